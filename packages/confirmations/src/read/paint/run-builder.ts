import { isCombining, isFraction, plainText, strikes } from '../characters.ts';

/** The characters of a run and where each begins, as its glyphs are shown one after the other. */
export class RunBuilder {
  text = '';
  offsets: number[] = [];
  /** Characters that a combining bar strikes out. */
  struck: number[] = [];

  get isEmpty(): boolean {
    return this.text === '';
  }

  add(glyph: string, offset: number): void {
    const text = plainText(glyph);
    if (isCombining(text) && this.text !== '') {
      this.combine(text);
      return;
    }
    if (isFraction(glyph) && /\d$/.test(this.text)) this.append(' ', offset);
    this.append(text, offset);
  }

  clear(): void {
    this.text = '';
    this.offsets = [];
    this.struck = [];
  }

  // A ligature's letters share the place of one glyph.
  private append(text: string, offset: number): void {
    for (let i = 0; i < text.length; i++) this.offsets.push(offset);
    this.text += text;
  }

  private combine(mark: string): void {
    if (strikes(mark)) {
      this.struck.push(this.text.length - 1);
      return;
    }
    const whole = (this.text.slice(-1) + mark).normalize('NFKC');
    if (whole.length === 1) this.text = this.text.slice(0, -1) + whole;
  }
}
