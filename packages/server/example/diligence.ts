import { z } from 'zod';
import {
  Agreement,
  Answers,
  assessed,
  DiligenceActionFields,
  IncidentChannel,
  IncidentFields,
  IncidentStatus,
  RemedyFields,
  RiskFields,
  shippedSetting,
  SupplierFields,
  type SiteFields,
} from '@freehold/core/diligence';
import type { Work } from '../database/within.ts';
import { writtenAction } from '../diligence/action-store.ts';
import { addAssessment, refer } from '../diligence/assessment-store.ts';
import { writtenIncident, writtenRemedy } from '../diligence/incident-store.ts';
import { writtenRisk } from '../diligence/risk-store.ts';
import { keepSetting } from '../diligence/setting-store.ts';
import { placerFor, writtenSite } from '../diligence/site-store.ts';
import { writtenSupplier } from '../diligence/supplier-store.ts';
import diligence from './diligence.json' with { type: 'json' };
import type { Setting } from './review.ts';

const Day = z.int().min(-1000).max(200);
const Key = z.string().min(1);
const Said = z.record(z.string(), z.string());

const Content = z.strictObject({
  referral: z.string(),
  suppliers: z.array(
    z.strictObject({
      key: Key,
      own: z.boolean().default(false),
      ...SupplierFields.pick({
        ...{ name: true, country: true, tier: true, workers: true, turnover: true, products: true },
      }).shape,
      sites: z.array(
        z.strictObject({
          name: z.string(),
          place: z.literal('home').optional(),
          point: z.tuple([z.number(), z.number()]).optional(),
          postcode: z.string().default(''),
          workers: z.int().nullable().default(null),
        }),
      ),
    }),
  ),
  alike: z.array(z.strictObject({ one: Key, other: Key, score: z.number() })),
  risks: z.array(
    z.strictObject({
      ...RiskFields.omit({ description: true, notedOn: true }).shape,
      ...{ key: Key, supplier: Key, day: Day, closed: z.string() },
    }),
  ),
  actions: z.array(
    z.strictObject({
      ...DiligenceActionFields.pick({
        ...{ title: true, step: true, stage: true, leverage: true, engaged: true },
        ...{ indicator: true, result: true, status: true, cost: true },
      }).shape,
      ...{ aim: z.string(), supplier: Key.nullable(), risk: Key.nullable(), dueDay: Day },
    }),
  ),
  incidents: z.array(
    z.strictObject({
      ...IncidentFields.omit({ foundOn: true, channel: true }).shape,
      ...{ key: Key, supplier: Key, foundDay: Day, channel: IncidentChannel },
      ...{ status: IncidentStatus, reason: z.string(), closedDay: Day.nullable() },
    }),
  ),
  remedies: z.array(
    z.strictObject({
      ...RemedyFields.pick({ kind: true, description: true, amount: true, works: true }).shape,
      ...{ incident: Key, workers: z.int(), givenDay: Day, agreement: Agreement, checkDay: Day },
      ...{ checkedDay: Day.nullable(), note: z.string() },
    }),
  ),
  assessments: z.array(
    z.strictObject({
      ...{ title: Key, supplier: Key, incident: Key, day: Day, yes: Said, no: Said },
      ...{ referredDay: Day.nullable(), referredTo: z.string() },
    }),
  ),
});
type Content = z.infer<typeof Content>;

/** Gives the made-up partnership suppliers, risks, what is done about them, and incidents on their way to remedy. */
export async function addDiligence(tx: Work, setting: Setting): Promise<void> {
  const content = Content.parse(diligence);
  const hand = handOn(setting);
  await keepSetting(tx, hand(-220), { ...shippedSetting, referral: content.referral }, 0);
  const supplier = await addSuppliers(tx, setting, content);
  const risk = await addRisks(tx, setting, content, supplier);
  await addActions(tx, setting, content, { supplier, risk });
  const incident = await addIncidents(tx, setting, content, supplier);
  for (const { title, day, yes, no, referredDay, referredTo, ...of } of content.assessments) {
    const answers = Answers.parse({ ...answered(yes, 'yes'), ...answered(no, 'no') });
    const rule = shippedSetting.assessment;
    const id = await addAssessment(tx, hand(day), {
      ...{ title, answers, rule, result: assessed(answers, rule), site: null },
      ...{ supplier: supplier(of.supplier), incident: incident(of.incident) },
      madeOn: setting.calendar.on(day),
    });
    if (referredDay !== null)
      await refer(
        tx,
        id,
        { referredOn: setting.calendar.on(referredDay), referredTo },
        setting.calendar.at(referredDay),
      );
  }
}

type Find = (key: string) => string;

function handOn({ partnership, content, calendar }: Setting) {
  return (day: number) => ({
    ...{ partnership, byName: content.story.coordinator, at: calendar.at(day) },
  });
}

async function addSuppliers(tx: Work, setting: Setting, content: Content): Promise<Find> {
  const { partnership, at } = handOn(setting)(-215);
  const stamps = { partnership_id: partnership, made_at: at, changed_at: at };
  const rows = content.suppliers.map(({ key: _key, sites: _sites, ...fields }) => ({
    ...stamps,
    edited_at: at,
    ...writtenSupplier(
      { ...fields, companyNumber: '', note: '', currency: fields.turnover === null ? '' : 'GBP' },
      shippedSetting,
      at,
    ),
  }));
  const made = await tx.insertInto('supplier').values(rows).returning(['id', 'name']).execute();
  const byName = new Map(made.map(({ id, name }) => [name, id]));
  const find = finder(
    new Map(content.suppliers.map(({ key, name }) => [key, byName.get(name) ?? ''])),
  );
  const sites = await sitesIn(tx, setting, content);
  const place = await placerFor(
    tx,
    sites.map(({ site }) => site),
  );
  await tx
    .insertInto('supplier_site')
    .values(
      sites.map(({ key, site }) => ({
        ...{ ...stamps, supplier_id: find(key) },
        ...writtenSite(site, place(site)),
      })),
    )
    .execute();
  await tx
    .insertInto('supplier_duplicate')
    .values(
      content.alike.map(({ one, other, score }) => ({
        ...{ partnership_id: partnership, supplier_id: find(one), of_id: find(other), score },
        ...{ reason: 'like-name', made_at: at },
      })),
    )
    .execute();
  return find;
}

async function sitesIn(
  tx: Work,
  { place: home }: Setting,
  { suppliers }: Content,
): Promise<readonly { readonly key: string; readonly site: SiteFields }[]> {
  const { code } = await tx
    .selectFrom('place')
    .where('id', '=', home)
    .select('code')
    .executeTakeFirstOrThrow();
  return suppliers.flatMap(({ key, country, sites }) =>
    sites.map(({ place, point, ...site }) => {
      const [longitude, latitude] = point ?? [null, null];
      const placeCode = place === 'home' ? (code ?? '') : '';
      return { key, site: { ...site, country, placeCode, longitude, latitude } };
    }),
  );
}

async function addRisks(
  tx: Work,
  setting: Setting,
  { risks }: Content,
  supplier: Find,
): Promise<Find> {
  const rows = risks.map(({ key: _key, day, closed, ...risk }) => ({
    ...stampsOn(setting, day),
    ...writtenRisk({
      ...{ ...risk, supplier: supplier(risk.supplier), site: null, description: '' },
      notedOn: setting.calendar.on(day),
    }),
    status: closed === '' ? ('open' as const) : ('closed' as const),
    reason: closed,
  }));
  const made = await tx
    .insertInto('diligence_risk')
    .values(rows)
    .returning(['id', 'title'])
    .execute();
  return byTitle(risks, made);
}

async function addActions(
  tx: Work,
  setting: Setting,
  { actions }: Content,
  { supplier, risk }: { readonly supplier: Find; readonly risk: Find },
): Promise<void> {
  const { on, at } = setting.calendar;
  const rows = actions.map(({ dueDay, aim, ...action }) => {
    const fields = {
      ...{ ...action, indicatorAim: aim, incident: null, ownerRole: 'Head of buying' },
      ...{ ownerOrganisation: setting.content.story.organisation, dueOn: on(dueDay) },
      supplier: action.supplier === null ? null : supplier(action.supplier),
      risk: action.risk === null ? null : risk(action.risk),
      currency: action.cost === null ? '' : 'GBP',
    };
    return { ...stampsOn(setting, -200), ...writtenAction(fields, on(dueDay), at(-100)) };
  });
  await tx.insertInto('diligence_action').values(rows).execute();
}

async function addIncidents(
  tx: Work,
  setting: Setting,
  { incidents, remedies }: Content,
  supplier: Find,
): Promise<Find> {
  const { on } = setting.calendar;
  const rows = incidents.map(({ key: _key, foundDay, closedDay, status, reason, ...incident }) => ({
    ...stampsOn(setting, foundDay),
    ...writtenIncident({
      ...{ ...incident, supplier: supplier(incident.supplier), site: null, foundOn: on(foundDay) },
    }),
    ...{ status, reason, closed_on: closedDay === null ? null : on(closedDay) },
    by_name: setting.content.story.coordinator,
  }));
  const made = await tx
    .insertInto('diligence_incident')
    .values(rows)
    .returning(['id', 'title'])
    .execute();
  const find = byTitle(incidents, made);
  const given = remedies.map(({ incident, givenDay, checkDay, checkedDay, note, ...remedy }) => ({
    ...{ ...stampsOn(setting, givenDay), incident_id: find(incident) },
    ...writtenRemedy({
      ...{ ...remedy, currency: 'GBP', givenOn: on(givenDay), checkDueOn: on(checkDay) },
      ...{ checkedOn: checkedDay === null ? null : on(checkedDay), checkNote: note },
    }),
  }));
  await tx.insertInto('diligence_remedy').values(given).execute();
  return find;
}

function stampsOn({ partnership, calendar }: Setting, day: number) {
  const at = calendar.at(day);
  return { partnership_id: partnership, made_at: at, changed_at: at };
}

function byTitle(
  told: readonly { readonly key: string; readonly title: string }[],
  made: readonly { readonly id: string; readonly title: string }[],
): Find {
  const ids = new Map(made.map(({ id, title }) => [title, id]));
  return finder(new Map(told.map(({ key, title }) => [key, ids.get(title) ?? ''])));
}

function answered(said: Readonly<Record<string, string>>, answer: 'yes' | 'no') {
  return Object.fromEntries(
    Object.entries(said).map(([code, evidence]) => [code, { answer, evidence }]),
  );
}

function finder(ids: ReadonlyMap<string, string>): Find {
  return (key) => {
    const id = ids.get(key);
    if (id === undefined || id === '')
      throw new RangeError(`the example names "${key}", which it has not`);
    return id;
  };
}
