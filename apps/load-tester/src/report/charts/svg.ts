/** Makes text safe for HTML and SVG, attributes included. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** One place after the point is finer than a pixel. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
