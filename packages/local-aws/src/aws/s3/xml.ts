import { XMLBuilder, XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => ['QueueConfiguration', 'Event', 'FilterRule', 'Object', 'Part'].includes(name),
});
const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: false });

export function parseXml(body: Buffer): Record<string, unknown> {
  return parser.parse(body.toString('utf8')) as Record<string, unknown>;
}

export function renderXml(root: string, content: object): Buffer {
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: { '@_xmlns': 'http://s3.amazonaws.com/doc/2006-03-01/', ...content } })}`,
  );
}
