// Two made-up files with every oddity of the real ones: bare carriage returns, unnamed columns, a partnership over
// several areas, names that are blank or still open, words where there is no answer yet, ticks in both cases,
// trailing spaces, an activity in free words, one that is ticked and not told, and one that is told and not ticked.

const head =
  'ID,PartnershipName,PoliceIDs,Total,area,chaired,coordinated,activities,Community,Frontline,Intel,' +
  'Enforcement,Commissioning,Supply,Referrals,Survivor,Monitoring,Other,,';

const rows = [
  '1,Harbour Anti-Slavery Network,kent,1,Subregional,POLICE,NGO,"Community awareness-raising, Intelligence sharing",y,,y,,,,,,,,,',
  '1,Harbour Anti-Slavery Network,essex,1,Subregional,POLICE,NGO,"Community awareness-raising, Intelligence sharing",y,,y,,,,,,,,,',
  '2,,kent,1,Local,,POLICE,,,,,,,,,,,,,',
  '3,Not yet defined,surrey,1,Subregional,TBD,LA (TT),Intelligence sharing,,,Y,,,,,,,,,',
  '4,Coast Group ,cumbria,1,Regional,POLICE / NGO,police,"Intelligence sharing, Other: Beach patrols",,,y,,,,,,,y,,',
  '5,Valley Board,surrey,1,Regional,ROTATES,INDEPENDENT,"Intelligence sharing, Survivor support",,,y,,,,,,,,,',
  '6,Hill Forum,atlantis,1,Local,GUILD,POLICE,Frontline staff training,,y,,,,,,,,y,,',
  ',Nobody’s Group,kent,1,Local,POLICE,POLICE,,,,,,,,,,,,,',
];

/** Eight rows: six partnerships, one further area, one row without an id. */
export const oddPartnerships = [head, ...rows].join('\r');

const memberRows = [
  '1,Harbour Anti-Slavery Network,Subregional,Police,Non Government Oganisation,"GLA, Kent County Council; HMRC (also: Red Cross)"',
  '2,The Quay Partnership,Local,Police,Police,',
  '3,Not yet defined,Subregional,To be determined,Local Authority (top tier),"Gangmasters Licensing Authority, Police, NGOs, 2 x GMP DCs, Kent Conty Council"',
  '4,Coast Group,Regional,Police,Police,"The list of 60 members can be found at www.coast.example.org, Lifeboat Men"',
  '9,Somewhere Else,Local,Police,Police,GLAA',
];

/** Five rows: one for a partnership that is not in the other file, one that is blank; partnerships 5 and 6 have none. */
export const oddMembers = [
  'id,partnership,area,chaired,coordinated,members_as_written',
  ...memberRows,
].join('\r\n');
