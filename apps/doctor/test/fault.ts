import type { Prepared } from './prepared-account.ts';

/** A prerequisite that is taken away. */
export interface Fault {
  /** The check that finds it. */
  readonly check: string;
  readonly step: number;
  /** What its reason names. */
  readonly says: RegExp;
  /** Takes the prerequisite away. */
  readonly breaks: (account: Prepared) => void;
}

export type Facts = Prepared['facts'];
export const change =
  <K extends keyof Facts>(key: K, to: (now: Facts[K]) => Facts[K]) =>
  ({ facts }: Prepared) => {
    facts[key] = to(facts[key]);
  };
export const eachCluster = (to: Partial<Facts['clusters'][number]>) =>
  change('clusters', (clusters) => clusters.map((each) => ({ ...each, ...to })));
export const withoutAddon = (name: string) =>
  change('clusters', (clusters) =>
    clusters.map((each) => ({ ...each, addons: each.addons.filter(({ addonName }) => addonName !== name) })),
  );
export const endpointOf = (service: string, to: Partial<Facts['vpcEndpoints'][number]> | undefined) =>
  change('vpcEndpoints', (endpoints) =>
    endpoints.flatMap((each) => (each.VpcEndpointId !== `vpce-${service}` ? each : to ? { ...each, ...to } : [])),
  );
export const withoutRole = (name: string) =>
  change('roles', (roles) => roles.filter(({ RoleName }) => RoleName !== name));
/** Of the service, and of the desk. */
export const certificate = (to: Partial<Facts['certificates'][number]>, at: 0 | 1 = 0) =>
  change('certificates', (all) => all.map((each, i) => (i === at ? { ...each, ...to } : each)));
/** Of the interface endpoints, and of the pods; it is not there where nothing is given. */
export const group = (at: 0 | 1, to?: Partial<Facts['securityGroups'][number]>) =>
  change('securityGroups', (groups) =>
    groups.flatMap((each, i) => (i !== at ? each : to === undefined ? [] : { ...each, ...to })),
  );
export const ingress = (rules: Facts['securityGroups'][number]['ingress']) =>
  change('securityGroups', (groups) => groups.map((each) => ({ ...each, ingress: rules })));
export const zone = (to: Partial<Facts['hostedZones'][number]>) =>
  change('hostedZones', (zones) => zones.map((each) => ({ ...each, ...to })));
