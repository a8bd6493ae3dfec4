/** What a listener is told: rows have changed, or nobody can tell just now. */
export type QueueNews = 'changed' | 'unknown';

export interface QueueWatchOptions {
  /** What a question's answer is now, in short: a change of it is news. */
  readonly look: (question: string) => Promise<string>;
  readonly everyMs: number;
}

interface Watched {
  readonly listeners: Set<(news: QueueNews) => void>;
  timer: NodeJS.Timeout;
  last: string | undefined;
}

/**
 * Looks again at what people look at, once for all that ask the same, and only while somebody listens. Another desk's
 * writes, and the matching service's, are seen by looking; this desk's own at once ({@link wrote}).
 */
export class QueueWatch {
  private readonly options: QueueWatchOptions;
  private readonly watched = new Map<string, Watched>();

  constructor(options: QueueWatchOptions) {
    this.options = options;
  }

  /** Listens to a question, until the function that it gives is called. */
  listen(question: string, listener: (news: QueueNews) => void): () => void {
    let watched = this.watched.get(question);
    if (!watched) {
      watched = { listeners: new Set(), last: undefined, timer: setTimeout(() => {}, 0) };
      this.watched.set(question, watched);
      void this.look(question, watched);
    }
    const { listeners } = watched;
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      const current = this.watched.get(question);
      if (listeners.size > 0 || current?.listeners !== listeners) return;
      clearTimeout(current.timer);
      this.watched.delete(question);
    };
  }

  /** This desk wrote: every question is looked at again by who asked it. */
  wrote(): void {
    for (const watched of this.watched.values()) tell(watched, 'changed');
  }

  private async look(question: string, watched: Watched): Promise<void> {
    try {
      const now = await this.options.look(question);
      if (watched.last !== undefined && watched.last !== now) tell(watched, 'changed');
      watched.last = now;
    } catch {
      // What happens in between is not seen: whoever listens has to ask again.
      watched.last = '';
      tell(watched, 'unknown');
    }
    if (watched.listeners.size === 0) return;
    watched.timer = setTimeout(() => void this.look(question, watched), this.options.everyMs);
    watched.timer.unref();
  }
}

function tell({ listeners }: Watched, news: QueueNews): void {
  for (const listener of listeners) listener(news);
}
