import type { PageWords } from '@trade-matching/domain';

/** Pages whose words are kept in memory: some 60 KB each. */
const MAX_KEPT = 16;

/**
 * Words of the last pages that were read, by the document's content: who was answered too late, or points at the page again,
 * asks for the same, and a page takes seconds of a processor. What fails is not kept.
 */
export class KeptWords {
  private readonly pages = new Map<string, Promise<PageWords>>();

  of(documentHash: string, page: number, read: () => Promise<PageWords>): Promise<PageWords> {
    const key = `${documentHash} ${page}`;
    const known = this.pages.get(key);
    // The one that was asked for last is the last to go.
    this.pages.delete(key);
    const words = known ?? read();
    this.pages.set(key, words);
    if (!known) words.catch(() => this.pages.get(key) === words && this.pages.delete(key));
    const [oldest] = this.pages.keys();
    if (this.pages.size > MAX_KEPT && oldest !== undefined) this.pages.delete(oldest);
    return words;
  }
}
