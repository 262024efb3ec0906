import type { Reader } from "../settings/index.ts";
import { rectangle } from "./frames.ts";
import type { NotesPages, SlideLayout, SlideTheme } from "./slide-theme.ts";

export function resolveSlides(slides: Reader): SlideTheme {
  const layouts = slides.map("layouts");
  return {
    title: rectangle(slides.map("title")),
    body: rectangle(slides.map("body")),
    layouts: Object.fromEntries(
      layouts.keys().map((key) => [key, resolveLayout(layouts.map(key))]),
    ),
    ...(slides.has("notes") ? { notes: resolveNotes(slides.map("notes")) } : {}),
  };
}

function resolveNotes(notes: Reader): NotesPages {
  const page = notes.map("page");
  const slide = notes.map("slide");
  return {
    page: { width: page.number("width", 612), height: page.number("height", 792) },
    slide: { x: slide.number("x"), y: slide.number("y"), width: slide.number("width") },
    text: rectangle(notes.map("text")),
    later: rectangle(notes.map("later")),
    style: notes.text("style", "notes"),
    label: notes.text("label", "notes-label"),
    lines: notes.number("lines", 0),
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
