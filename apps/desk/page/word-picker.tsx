import { useEffect, useRef, useState } from 'preact/hooks';
import { around, type Box, placed } from './boxes.ts';
import type { OpenDocument } from './viewer.ts';

type Word = Awaited<ReturnType<OpenDocument['words']>>[number];

/** Words that a person chose on a page. */
export interface Picked {
  readonly literal: string;
  /** As another engine reads them in the picture, where the two do not agree. */
  readonly other?: string;
  /** 0 to 1, of words that were read from a picture. */
  readonly confidence?: number;
  readonly page: number;
  readonly box: Box;
}

interface PickerOptions {
  readonly document: OpenDocument;
  readonly page: number;
  /** Points of the page as it is shown. */
  readonly size: { readonly width: number; readonly height: number };
  readonly choose: (picked: Picked | undefined) => void;
  /** Why there are no words, yet or at all. */
  readonly tell: (wordless: string | undefined) => void;
}

/** CSS pixels that a pointer moves without drawing. */
const STILL = 3;

/** The words of a page over its picture: click one, or draw over several; by keys the arrows, with Shift for several. */
export function WordPicker({ document: opened, page, size, choose, tell }: PickerOptions) {
  const [words, setWords] = useState<readonly Word[]>([]);
  const [busy, setBusy] = useState(true);
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<{ readonly from: number; readonly to: number }>();
  const list = useRef<HTMLDivElement>(null);
  /** Where the pointer went down; absent while it is up. */
  const drawing = useRef<{ readonly x: number; readonly y: number } | undefined>(undefined);
  useEffect(() => {
    setWords([]);
    setAt(0);
    setChosen(undefined);
    choose(undefined);
    tell(undefined);
    setBusy(true);
    const gone = new AbortController();
    const say = (wordless: string | undefined) => !gone.signal.aborted && tell(wordless);
    opened
      .words(page, say, gone.signal)
      .then(
        (found) => {
          if (gone.signal.aborted) return;
          setWords(found);
          say(found.length === 0 ? 'No words were found on this page.' : undefined);
        },
        (error: unknown) => say(error instanceof Error ? error.message : String(error)),
      )
      .finally(() => !gone.signal.aborted && setBusy(false));
    return () => gone.abort();
  }, [opened, page]);
  useEffect(() => list.current?.querySelector('.current')?.scrollIntoView({ block: 'nearest' }), [at]);

  const select = (from: number, to: number) => {
    setAt(to);
    setChosen({ from, to });
    const all = words.slice(Math.min(from, to), Math.max(from, to) + 1);
    const sure = all.flatMap(({ confidence }) => confidence ?? []);
    choose({
      ...{ literal: all.map(({ text }) => text).join(' '), page, box: around(all) },
      ...(sure.length > 0 && { confidence: Math.min(...sure) }),
      ...(all.some(({ other }) => other) && { other: all.map(({ text, other = text }) => other).join(' ') }),
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Ctrl Enter sends the correction.
    if (event.ctrlKey || event.metaKey) return;
    const to = nextOf(words, at, event.key);
    if (event.key === ' ' || event.key === 'Enter') select(event.shiftKey && chosen ? chosen.from : at, at);
    else if (to === undefined) return;
    else if (event.shiftKey) select(chosen?.from ?? at, to);
    else setAt(to);
    event.preventDefault();
    event.stopPropagation();
  };
  const isChosen = (word: number) =>
    chosen !== undefined && word >= Math.min(chosen.from, chosen.to) && word <= Math.max(chosen.from, chosen.to);
  return (
    <div
      ref={list}
      class="words"
      role="listbox"
      tabIndex={0}
      aria-label={`Words of page ${page}`}
      aria-multiselectable="true"
      aria-busy={busy}
      aria-activedescendant={words.length > 0 ? `word-${at}` : undefined}
      onKeyDown={onKeyDown}
      onPointerUp={() => {
        drawing.current = undefined;
      }}
      onPointerLeave={() => {
        drawing.current = undefined;
      }}
    >
      {words.map((word, index) => (
        <div
          // The order is the page's own.
          key={index}
          id={`word-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={isChosen(index)}
          aria-label={word.text}
          class={index === at ? 'current' : undefined}
          style={placed(word, size)}
          onPointerDown={(event) => {
            // The list keeps the focus, and its keys.
            event.preventDefault();
            list.current?.focus();
            drawing.current = { x: event.clientX, y: event.clientY };
            select(event.shiftKey && chosen ? chosen.from : index, index);
          }}
          // The page may move under a pointer that stands still: what is read of a word is said above it.
          onPointerEnter={(event) => {
            const from = drawing.current;
            const isDrawn = from && Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL;
            if (isDrawn && chosen) select(chosen.from, index);
          }}
        />
      ))}
    </div>
  );
}

/** Where a key leads from a word; undefined of keys that lead nowhere. */
function nextOf(words: readonly Word[], at: number, key: string): number | undefined {
  const word = words[at];
  if (!word) return undefined;
  if (key === 'ArrowRight') return Math.min(at + 1, words.length - 1);
  if (key === 'ArrowLeft') return Math.max(at - 1, 0);
  const within = (line: number) =>
    [...words.keys()].filter((each) => words[each]?.line === line).sort((a, b) => away(a) - away(b))[0];
  const middle = ({ x, width }: Word) => x + width / 2;
  const away = (other: number) => Math.abs(middle(words[other] ?? word) - middle(word));
  if (key === 'ArrowDown') return within(word.line + 1) ?? at;
  if (key === 'ArrowUp') return within(word.line - 1) ?? at;
  if (key === 'Home') return words.findIndex(({ line }) => line === word.line);
  if (key === 'End') return words.findLastIndex(({ line }) => line === word.line);
  return undefined;
}
