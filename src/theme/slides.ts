import type { Reader } from "../settings/index.ts";
import { rectangle } from "./frames.ts";
import type { SlideLayout, SlideTheme } from "./theme.ts";

export function resolveSlides(slides: Reader): SlideTheme {
  const layouts = slides.map("layouts");
  return {
    title: rectangle(slides.map("title")),
    body: rectangle(slides.map("body")),
    layouts: Object.fromEntries(
      layouts.keys().map((key) => [key, resolveLayout(layouts.map(key))]),
    ),
  };
}

function resolveLayout(layout: Reader): SlideLayout {
  const texts = (key: string): Readonly<Record<string, string>> => {
    const map = layout.map(key);
    return Object.fromEntries(map.keys().map((name) => [name, map.text(name)]));
  };
  const measures = layout.map("measures");
  return {
    titleStyle: layout.text("title-style", "h2"),
    styles: texts("styles"),
    rules: texts("rules"),
    measures: Object.fromEntries(measures.keys().map((name) => [name, measures.number(name)])),
    ...(layout.has("title") ? { title: rectangle(layout.map("title")) } : {}),
    ...(layout.has("body") ? { body: rectangle(layout.map("body")) } : {}),
  };
}
