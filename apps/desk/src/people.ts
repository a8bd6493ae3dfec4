/** What a person may do, each with all that stands before it. */
export const ROLES = ['viewer', 'analyst', 'approver', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** Who asks. `id` is what events say: it names one person and is never given to another. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Finds out who asks by the headers of a request; undefined where nobody can be told. */
export type Identify = (headers: Headers) => Promise<Person | undefined>;

/** Whether a person may do what a role may. */
export function may(person: Person, role: Role): boolean {
  const rank = Math.max(-1, ...person.roles.map((each) => ROLES.indexOf(each)));
  return rank >= ROLES.indexOf(role);
}

/** Three people to switch between. Only the local environment knows them. */
export const DEMONSTRATION: readonly Person[] = [
  { id: 'ana', name: 'Ana Prieto, operations', roles: ['analyst'] },
  { id: 'ben', name: 'Ben Okafor, team lead', roles: ['approver'] },
  { id: 'vera', name: 'Vera Lindqvist, audit', roles: ['viewer'] },
];

/** The header by which the page says which of them sits before it. */
export const DEMONSTRATION_HEADER = 'x-desk-person';

export const demonstrationIdentity: Identify = async (headers) =>
  DEMONSTRATION.find(({ id }) => id === headers.get(DEMONSTRATION_HEADER));
