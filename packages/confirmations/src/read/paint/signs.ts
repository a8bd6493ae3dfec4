/**
 * Why a page may show something else than its text says.
 * - `over`: a picture or a drawing is painted over text;
 * - `moved`: a digit is moved back over the one before it;
 * - `masked`: a mask, a pattern, a blend or a clip of any form decides what is seen of text.
 */
export type PaintSign = 'over' | 'moved' | 'masked';
