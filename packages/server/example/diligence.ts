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
import { addAction, changeAction } from '../diligence/action-store.ts';
import { addAssessment, refer } from '../diligence/assessment-store.ts';
import { addIncident, addRemedy, changeIncident } from '../diligence/incident-store.ts';
import { addRisk, changeRisk } from '../diligence/risk-store.ts';
import { keepSetting } from '../diligence/setting-store.ts';
import { addSite } from '../diligence/site-store.ts';
import { addSupplier } from '../diligence/supplier-store.ts';
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
  const hand = handOn(setting)(-215);
  const ids = new Map<string, string>();
  const home = await tx
    .selectFrom('place')
    .where('id', '=', setting.place)
    .select('code')
    .executeTakeFirstOrThrow();
  for (const { key, sites, ...fields } of content.suppliers) {
    const whole = {
      ...{ ...fields, companyNumber: '', note: '' },
      currency: fields.turnover === null ? '' : 'GBP',
    };
    const id = await addSupplier(tx, hand, whole, shippedSetting);
    ids.set(key, id);
    for (const { place, point, ...site } of sites) {
      const [longitude, latitude] = point ?? [null, null];
      const placeCode = place === 'home' ? (home.code ?? '') : '';
      const words: SiteFields = {
        ...{ ...site, country: fields.country, placeCode, longitude, latitude },
      };
      await addSite(tx, hand, id, words);
    }
  }
  const find = finder(ids);
  for (const { one, other, score } of content.alike)
    await tx
      .insertInto('supplier_duplicate')
      .values({
        ...{ partnership_id: setting.partnership, supplier_id: find(one), of_id: find(other) },
        ...{ score, reason: 'like-name', made_at: hand.at },
      })
      .execute();
  return find;
}

async function addRisks(
  tx: Work,
  setting: Setting,
  content: Content,
  supplier: Find,
): Promise<Find> {
  const ids = new Map<string, string>();
  for (const { key, day, closed, ...risk } of content.risks) {
    const hand = handOn(setting)(day);
    const fields = {
      ...{ ...risk, supplier: supplier(risk.supplier), site: null, description: '' },
      notedOn: setting.calendar.on(day),
    };
    const id = await addRisk(tx, hand, fields);
    ids.set(key, id);
    if (closed !== '')
      await changeRisk(tx, id, { ...fields, status: 'closed', reason: closed }, hand.at);
  }
  return finder(ids);
}

async function addActions(
  tx: Work,
  setting: Setting,
  { actions }: Content,
  { supplier, risk }: { readonly supplier: Find; readonly risk: Find },
): Promise<void> {
  for (const { dueDay, aim, ...action } of actions) {
    const fields = {
      ...{ ...action, indicatorAim: aim, incident: null, ownerRole: 'Head of buying' },
      ...{
        ownerOrganisation: setting.content.story.organisation,
        dueOn: setting.calendar.on(dueDay),
      },
      supplier: action.supplier === null ? null : supplier(action.supplier),
      risk: action.risk === null ? null : risk(action.risk),
      currency: action.cost === null ? '' : 'GBP',
    };
    const id = await addAction(tx, handOn(setting)(-200), fields);
    const endedOn = action.status === 'done' ? fields.dueOn : null;
    await changeAction(tx, id, { ...fields, endedOn }, setting.calendar.at(-100));
  }
}

async function addIncidents(
  tx: Work,
  setting: Setting,
  { incidents, remedies }: Content,
  supplier: Find,
): Promise<Find> {
  const { at, on } = setting.calendar;
  const ids = new Map<string, string>();
  for (const { key, foundDay, closedDay, status, reason, ...incident } of incidents) {
    const fields = {
      ...{ ...incident, supplier: supplier(incident.supplier), site: null },
      foundOn: on(foundDay),
    };
    const id = await addIncident(tx, handOn(setting)(foundDay), fields);
    ids.set(key, id);
    const closedOn = closedDay === null ? null : on(closedDay);
    const day = at(closedDay ?? foundDay);
    await changeIncident(tx, id, { ...fields, status, reason, closedOn }, day);
  }
  const find = finder(ids);
  for (const { incident, givenDay, checkDay, checkedDay, note, ...remedy } of remedies)
    await addRemedy(tx, handOn(setting)(givenDay), find(incident), {
      ...{ ...remedy, currency: 'GBP', givenOn: on(givenDay), checkDueOn: on(checkDay) },
      ...{ checkedOn: checkedDay === null ? null : on(checkedDay), checkNote: note },
    });
  return find;
}

function answered(said: Readonly<Record<string, string>>, answer: 'yes' | 'no') {
  return Object.fromEntries(
    Object.entries(said).map(([code, evidence]) => [code, { answer, evidence }]),
  );
}

function finder(ids: ReadonlyMap<string, string>): Find {
  return (key) => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`the example names "${key}", which it has not`);
    return id;
  };
}
