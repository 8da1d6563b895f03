// Beginnings, as indented text (see TC-17): in our own words, each with what is known of where it comes from. What the
// source does not fix is marked as proposed.

export const fivePathways = `theory: Prevention by five pathways
summary: "Prevention works through five pathways together, before harm, early, in treating harm, and against being exploited again.\\n\\nThe five pathways are findings of a participatory synthesis of 36 evaluative papers (2022). The outcomes and indicators below them are our proposal: change them to what people in your place want."
lanes: pathway

- [impact] People are not exploited, and those who were are not exploited again {#goal}
    source: "Purpose of prevention as the study defines it: before, early, treat, re-trafficking (Such et al. 2022)"
  - [outcome] People can meet the essentials of life without taking a dangerous offer {#essentials}
      pathway: ACCESS
      source: Pathway named in Such et al. 2022; restated by The Clewer Initiative. The wording is ours.
      proposed: yes
      why: "Who has money, a secure home and services can refuse, or leave."
    - [activity] Open housing, money and advice to people before a crisis {#open_access}
        pathway: ACCESS
        proposed: yes
        why: The pathway is enabling access to basic resources.
  - [outcome] People at risk, agencies and the public recognise exploitation and know what to do {#literacy}
      pathway: LITERACY
      source: Pathway named in Such et al. 2022; restated by The Clewer Initiative. The wording is ours.
      proposed: yes
      why: Who understands exploitation and rights can act sooner, for themselves and for others.
    - [activity] Teach rights and signs of exploitation where people already meet {#teach}
        pathway: LITERACY
        proposed: yes
        why: The pathway is critical literacy, together with the skill to act.
  - [outcome] People at risk and survivors have a say over what happens to them {#power}
      pathway: POWER
      source: Pathway named in Such et al. 2022; restated by The Clewer Initiative. The wording is ours.
      proposed: yes
      why: Control over one’s own life is what exploitation takes away.
    - [activity] Back groups that survivors and workers lead themselves {#self_led}
        pathway: POWER
        source: Survivor-led and community-based initiatives are named as promising practice (Modern Slavery PEC 2022).
        proposed: yes
        why: The pathway is power and control, of persons and of communities.
  - [outcome] Exploiting people here is hard, dear and likely to be found out {#deter}
      pathway: DETER
      source: Pathway named in Such et al. 2022; restated by The Clewer Initiative. The wording is ours.
      proposed: yes
      why: Where the risk to those who exploit rises, fewer begin and more stop.
    - [activity] Detect early and disrupt together {#disrupt}
        pathway: DETER
        source: Law-enforcement practice and early detection are the examples that the source names.
        proposed: yes
        why: The pathway is deterrence and disruption.
  - [outcome] Agencies and communities act as one system {#partners}
      pathway: PARTNER
      source: Pathway named in Such et al. 2022; restated by The Clewer Initiative. The wording is ours.
      proposed: yes
      why: Pooled resources strengthen whatever the others do.
    - [activity] Keep a local anti-slavery partnership with survivors in it {#partnership}
        pathway: PARTNER
        source: Local anti-slavery partnerships are the example that the source names.
        proposed: yes
        why: The pathway is building partnerships.
`;

export const climateLoop = `theory: Climate harm and exploitation
summary: "A circle that Anti-Slavery International describes from Peru and Bolivia: climate harm makes people exploitable, and exploited work harms the environment further. Social protection and decent work together are what breaks it. The steps between are our proposal."

- [impact] People live from their land and work without being exploited {#goal}
    proposed: yes
  - [outcome] Fewer people have to take work on any terms {#choice}
      proposed: yes
      why: Who can wait for a fair offer is harder to exploit.
    - [activity] Social protection before the peak of need {#protection}
        source: Anti-Slavery International, From a vicious to a virtuous circle
        why: Money and cover in time spare people debt and dangerous offers.
    - [activity] Decent work that mends the environment {#decent}
        source: Anti-Slavery International, From a vicious to a virtuous circle
        why: The remedy needs decent work together with protection.
    - [precondition] Livelihoods are lost to climate harm {#lost}
        source: Anti-Slavery International, From a vicious to a virtuous circle
        why: What is lost has to be made up for before anybody has a choice.
      - [external] Drought, flood and heat grow {#harm}
          source: Anti-Slavery International, From a vicious to a virtuous circle
          why: Slow and sudden events together take harvests and homes.
        - [precondition] Exploited work harms forest, soil and water {#damage}
            source: Anti-Slavery International, From a vicious to a virtuous circle
            why: What is cut and burnt by exploited workers makes the next drought worse.
          - [precondition] People take exploited work to live {#exploited}
              source: Anti-Slavery International, From a vicious to a virtuous circle
              why: Much exploited work is in forest, field, mine and fishery.
            - {#lost}
                loop: yes
                why: "Here the circle closes: who has lost a livelihood takes what there is."
`;

export const recovery = `theory: Recovery
summary: "The seven core outcomes of recovery were chosen with survivors: 191 people answered in the rounds of the Modern Slavery Core Outcome Set, and 46 met to agree. What leads to them here is our proposal; begin from what survivors in your place say they need."
lanes: level

- [impact] Survivors live the lives they choose {#goal}
    proposed: yes
${[
  ['home', 'Secure and suitable housing'],
  ['safe', 'Safety from any trafficker or other abuser'],
  ['support', 'Long-term consistent support'],
  ['informed', 'Compassionate, trauma-informed services'],
  ['purpose', 'Purpose in life and self-actualisation'],
  ['treatment', 'Access to medical treatment'],
  ['education', 'Access to education'],
]
  .map(
    ([id, title]) => `  - [outcome] ${title} {#${id}}
      level: Core outcome
      source: Modern Slavery Core Outcome Set, one of its seven core outcomes
      why: Survivors and others who know recovery chose it as core to what recovery is.
      indicator: Share of survivors who say that it is met for them
        unit: "%"
        means: "Survivor's own rating, kept apart from a worker's"
        every: At entry and after 3, 6, 12 and 24 months`,
  )
  .join('\n')}
    - [activity] Learning and language that a survivor chooses {#learning}
        level: What we do
        proposed: yes
        why: Learning that fits a person’s life opens education to them.
`;

export const communityReporting = `theory: Reports from the community
summary: "People near exploitation often see it first, and often do not tell: fear, stigma and the expectation not to be believed keep them silent. This beginning is our proposal of what a way to report must change before reports come, and before they help."

- [impact] People who are exploited in our place are found, and safe {#goal}
    proposed: yes
  - [outcome] More concerns reach somebody who can act, sooner {#sooner}
      proposed: yes
      why: What is told early can still be stopped early.
      assumes: Whoever receives a concern can act on it within days
    - [outcome] People who notice something trust that telling does no harm {#trust}
        proposed: yes
        why: "Fear, stigma and disbelief keep people from reporting (summary line of Out from the shadows; the report itself is UNVERIFIED)."
      - [activity] A way to report that is kept apart from immigration enforcement {#apart}
          proposed: yes
          why: Fear of what happens to oneself is the first reason not to tell.
          assumes: People learn that it is kept apart, and believe it
      - [activity] Tell people what came of their concern {#answer}
          proposed: yes
          why: Silence reads as disbelief.
    - [outcome] People recognise what they see {#recognise}
        proposed: yes
        why: Nobody reports what they take for hard work or for a family matter.
      - [activity] Talks led by people with lived experience, in the languages spoken here {#talks}
          proposed: yes
          why: Who has lived it is believed, and knows what to look for.
    - [assumption] More reports mean more exploitation found, not more people watched {#watched}
        why: A way to report can be turned against neighbours; look at who is reported.
`;

const actors: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'company',
    'Company',
    [
      'Purchasing practice',
      'Supplier selection',
      'Recruitment-fee policy',
      'Grievance channel',
      'Remedy fund',
      'Disclosure',
    ],
  ],
  [
    'government',
    'Government',
    [
      'Law',
      'Inspection',
      'Procurement',
      'Visas',
      'Labour-market regulation',
      'Support entitlements',
    ],
  ],
  ['ngo', 'NGO', ['Outreach', 'Casework', 'Worker information', 'Advocacy', 'Monitoring']],
  ['union', 'Trade union', ['Organising', 'Bargaining', 'Access agreements', 'Worker voice']],
  ['academic', 'Academic', ['Measurement', 'Evaluation', 'Indicators']],
  ['international', 'International body', ['Standards', 'Funding', 'Cross-border cooperation']],
];

export const actorsAndEntryPoints = `theory: Who can change forced labour, and where they begin
summary: "The Ethical Trading Initiative's think piece of 2015 asks for one theory that companies, governments, NGOs, trade unions, academics and international bodies share. The actors are its own. Its drawn theory and its entry points could not be read (UNVERIFIED): those here are PROPOSED."
lanes: actor

- [impact] Forced labour is found, ended, put right and prevented {#goal}
    source: Ethical Trading Initiative 2015 (the question of its think piece, in our words)
${actors
  .map(
    ([
      id,
      actor,
      entries,
    ]) => `  - [outcome] ${actor}: what it does leaves less room for forced labour {#${id}}
      actor: ${actor}
      proposed: yes
      why: Each of the six actors holds a part that the others cannot reach.
${entries
  .map(
    (entry, at) => `    - [activity] ${entry} {#${id}_${at + 1}}
        actor: ${actor}
        proposed: yes
        why: An entry point that this actor has and others have not.`,
  )
  .join('\n')}`,
  )
  .join('\n')}
`;
