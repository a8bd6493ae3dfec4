// Reads the text of a PDF on stdin in a process of its own, and writes each page's on a line of JSON. Whoever started it ends
// it: it opens what others wrote.
import { readText } from '@trade-matching/confirmations';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { lines, pages } = await readText(new Uint8Array(Buffer.concat(chunks)));
const texts = Array.from({ length: pages }, (_, i) =>
  lines.filter(({ page }) => page === i + 1).flatMap(({ segments }) => segments.map(({ text }) => text)),
);
process.stdout.write(JSON.stringify(texts.map((each) => each.join(' '))));
