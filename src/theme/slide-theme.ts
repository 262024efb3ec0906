import type { Points, Rectangle } from "./measures.ts";

/** Slides: the body frame, the styles and measures of each layout. */
export type SlideTheme = {
  readonly title: Rectangle;
  readonly body: Rectangle;
  readonly layouts: Readonly<Record<string, SlideLayout>>;
  /** Pages with a small slide and what is said to it; absent: slides have the whole page. */
  readonly notes?: NotesPages;
};

/** Speaker's notes. Places are on their own page. */
export type NotesPages = {
  readonly page: { readonly width: Points; readonly height: Points };
  /** Where the slide stands; its height follows from its width. */
  readonly slide: { readonly x: Points; readonly y: Points; readonly width: Points };
  /** Where what is said stands below the slide, and on further pages. */
  readonly text: Rectangle;
  readonly later: Rectangle;
  /** Styles of what is said, and of the number of the slide. */
  readonly style: string;
  readonly label: string;
  /** Distance of lines to write on where nothing is said; 0: none. */
  readonly lines: Points;
};

export type SlideLayout = {
  /** Absent: the usual ones. */
  readonly title?: Rectangle;
  readonly body?: Rectangle;
  readonly titleStyle: string;
  readonly styles: Readonly<Record<string, string>>;
  readonly measures: Readonly<Record<string, number>>;
  readonly rules: Readonly<Record<string, string>>;
};
