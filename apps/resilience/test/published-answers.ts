import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

export interface Published {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>;
  readonly components: object;
}
type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>>;

/** Says of an answer in JSON what is not as the description publishes it; undefined of nothing. */
export function publishedAnswers({ paths, components }: Published) {
  const ajv = new Ajv2020({ strict: false });
  const compiled = new Map<object, ValidateFunction>();
  const routes = Object.entries(paths).map(([path, operations]) => ({
    operations,
    // What is said by name goes before what has a name in it.
    names: path.split('{').length,
    isOf: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));
  routes.sort((a, b) => a.names - b.names);
  return (method: string, path: string, status: number, body: unknown): string | undefined => {
    const pathname = path.split('?')[0] ?? path;
    const operation = routes.find(({ isOf, operations }) => isOf.test(pathname) && method.toLowerCase() in operations);
    const responses = operation?.operations[method.toLowerCase()]?.responses;
    // Not of the API: a test asks for what there is not.
    if (!responses) return status < 400 ? 'is not published' : undefined;
    const schema = responses[status]?.content?.['application/json']?.schema;
    if (!schema) return 'has no published answer of this status';
    const fits = compiled.get(schema) ?? ajv.compile({ ...schema, components });
    compiled.set(schema, fits);
    return fits(body) ? undefined : `${ajv.errorsText(fits.errors)}: ${JSON.stringify(body).slice(0, 400)}`;
  };
}
