import type { MonitoredEnvironment } from './monitored-environment.ts';

/** The link to a section of `docs/runbook.md`: the anchor that its heading gets. */
export function runbookLink({ runbookUrl }: MonitoredEnvironment, section: string): string {
  return `${runbookUrl}#${section}`;
}

/** The anchors of a Markdown page's headings, as GitHub makes them. */
export function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .trim()
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
