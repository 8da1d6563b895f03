import { ServiceKind, type Group, type Service } from './item.ts';

/** One kind of service over all that offer it; `lack` is 0 where there is enough, null where it is not known. [CR-12] */
export type ServiceCover = {
  readonly service: ServiceKind;
  readonly offers: number;
  readonly places: number | null;
  readonly needed: number | null;
  readonly lack: number | null;
};

/** Every kind of service, those that nobody offers too: there is no lack to work out there, and that is the gap. [CR-12] */
export function serviceMap(services: readonly Service[]): readonly ServiceCover[] {
  return ServiceKind.options.map((service) => {
    const here = services.filter((each) => each.service === service);
    const working = here.filter(({ state }) => state !== 'closed');
    // Where all have shut there is no place: that is known, and the gravest lack.
    const shut = here.length > 0 && working.length === 0;
    const places = shut ? 0 : sumKnown(working.map((each) => each.places));
    const needed = sumKnown(here.map((each) => each.needed));
    const lack =
      here.length === 0 || places === null || needed === null ? null : Math.max(0, needed - places);
    return { service, offers: working.length, places, needed, lack };
  });
}

/** How far a group is cut off. Services whose rule is not known are neither open nor closed. [CR-13] */
export type Exposure = {
  readonly title: string;
  readonly exposed: boolean | null;
  readonly open: readonly ServiceKind[];
  readonly closed: readonly ServiceKind[];
  readonly notKnown: readonly ServiceKind[];
};

/**
 * Which kinds of service are open to a group: to one with irregular status only those that do not ask for it.
 * A kind is open where one service of it is, closed where every one asks for status or has shut. Where the group's
 * status is not known, so is `exposed`, and it is taken as if it were irregular: that harms nobody. [CR-13]
 */
export function exposure(
  { title, irregular }: Pick<Group, 'title' | 'irregular'>,
  services: readonly Service[],
): Exposure {
  const careful = irregular !== 'few';
  const standing = ServiceKind.options.map((service) => ({
    service,
    open: openTo(
      services.filter((each) => each.service === service && each.state !== 'closed'),
      careful,
    ),
  }));
  const those = (open: boolean | null) =>
    standing.flatMap((each) => (each.open === open ? [each.service] : []));
  return {
    title,
    exposed: irregular === 'not-known' ? null : irregular !== 'few',
    ...{ open: those(true), closed: those(false), notKnown: those(null) },
  };
}

function openTo(services: readonly Service[], careful: boolean): boolean | null {
  if (services.length === 0) return false;
  if (!careful || services.some(({ asksStatus }) => asksStatus === 'no')) return true;
  return services.some(({ asksStatus }) => asksStatus === 'not-known') ? null : false;
}

function sumKnown(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return values.length === 0 ? null : sum;
}
