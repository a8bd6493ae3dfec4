import type { ObjectStore } from './object-store.ts';

/** On a page: ListObjectsV2 and ListObjectVersions, API Reference. More that is asked for is not given. */
const MAX_KEYS = 1000;

function pageSize(query: URLSearchParams): number {
  return Math.min(MAX_KEYS, Number(query.get('max-keys') ?? MAX_KEYS));
}

/** A page of the keys with a current version, as `ListBucketResult`. */
export function listObjects(store: ObjectStore, bucket: string, query: URLSearchParams): object {
  const prefix = query.get('prefix') ?? '';
  const most = pageSize(query);
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const all = store
    .list(bucket, prefix)
    .filter(({ key }) => after === '' || Buffer.compare(Buffer.from(key), Buffer.from(after)) > 0);
  const page = all.slice(0, most);
  const isTruncated = all.length > page.length;
  return {
    Name: bucket,
    Prefix: prefix,
    KeyCount: page.length,
    MaxKeys: most,
    IsTruncated: isTruncated,
    ...(isTruncated ? { NextContinuationToken: page.at(-1)?.key } : {}),
    Contents: page.map(({ key, version }) => ({
      Key: key,
      LastModified: version.lastModified.toISOString(),
      ETag: `"${version.etag}"`,
      Size: version.body.length,
      StorageClass: 'STANDARD',
    })),
  };
}

/** A page of all versions and delete markers, as `ListVersionsResult`. */
export function listVersions(store: ObjectStore, bucket: string, query: URLSearchParams): object {
  const prefix = query.get('prefix') ?? '';
  const most = pageSize(query);
  const [keyMarker, versionMarker] = [query.get('key-marker'), query.get('version-id-marker')];
  const all = store.listVersions(bucket, prefix);
  const from =
    keyMarker === null
      ? 0
      : all.findLastIndex(
          ({ key, version }) => key === keyMarker && (!versionMarker || version.versionId === versionMarker),
        ) + 1;
  const page = all.slice(from, from + most);
  const isTruncated = all.length > from + page.length;
  const last = page.at(-1);
  const described = ({ key, version, isLatest }: (typeof all)[number]) => ({
    Key: key,
    VersionId: version.versionId,
    IsLatest: isLatest,
    LastModified: version.lastModified.toISOString(),
  });
  return {
    Name: bucket,
    Prefix: prefix,
    MaxKeys: most,
    IsTruncated: isTruncated,
    ...(isTruncated && last ? { NextKeyMarker: last.key, NextVersionIdMarker: last.version.versionId } : {}),
    Version: page
      .filter(({ version }) => !version.deleteMarker)
      .map((entry) => ({ ...described(entry), ETag: `"${entry.version.etag}"`, Size: entry.version.body.length })),
    DeleteMarker: page.filter(({ version }) => version.deleteMarker).map(described),
  };
}
