/**
 * The colours of a picture, on a light page and on a dark one.
 * @module
 */
import type { Look } from './drawing.ts';

/** A colour, and what it is where dark is preferred. The light ones are all different, since a style finds them by their value. */
interface Colour {
  readonly light: string;
  readonly dark: string;
}

const colour = (light: string, dark: string): Colour => ({ light, dark });

/** By what they are for. */
export const palette = {
  page: colour('#ffffff', '#0d1117'),
  text: colour('#1f2328', '#e6edf3'),
  quiet: colour('#59636e', '#9198a1'),
  line: colour('#818b98', '#6e7681'),
  box: colour('#f6f8fa', '#161b22'),
  start: colour('#0969da', '#4493f8'),
  startBox: colour('#ddf4ff', '#0c2d4e'),
  end: colour('#eaeef2', '#262c36'),
  error: colour('#cf222e', '#ff7b72'),
  errorBox: colour('#ffebe9', '#3c1618'),
  warning: colour('#9a6700', '#d29922'),
  warningBox: colour('#fff8c5', '#332611'),
  good: colour('#1a7f37', '#3fb950'),
  goodBox: colour('#dafbe1', '#12331c'),
  faint: colour('#afb8c1', '#484f58'),
  faintText: colour('#6e7780', '#8b949e'),
} as const;

/** Line, inside, text, and how the line is drawn. */
export interface Paint {
  readonly line: Colour;
  readonly fill: Colour;
  readonly text: Colour;
  readonly isDashed: boolean;
}

const paint = (line: Colour, fill: Colour, text: Colour = palette.text, isDashed = false): Paint => ({
  line,
  fill,
  text,
  isDashed,
});

/** How each look is painted. */
export const paints: Readonly<Record<Look, Paint>> = {
  plain: paint(palette.line, palette.box),
  start: paint(palette.start, palette.startBox),
  end: paint(palette.line, palette.end),
  unexplored: paint(palette.faint, palette.page, palette.faintText, true),
  error: paint(palette.error, palette.errorBox),
  warning: paint(palette.warning, palette.warningBox),
  added: paint(palette.good, palette.goodBox),
  removed: paint(palette.error, palette.errorBox, palette.text, true),
  changed: paint(palette.warning, palette.warningBox),
};

/** The looks whose arrows have their colour in the text too. */
export const isLoud = (look: Look): boolean => !['plain', 'start', 'end', 'unexplored'].includes(look);
