/** Two small made-up files that show the form. */
export const exampleData = `uCode,uName,housing,advice,wages
P1,Alderwick,62,40,12
P2,Birchford,55,72,9
P3,Cedarham,71,65,
P4,Dunmoor,48,51,15
P5,Elmsea,66,58,11
`;

export const exampleMeta = `Level,iCode,iName,Direction,Weight,Parent,Type,Unit,Source,Period,Notice
1,housing,Homes looked into,1,1,index,Indicator,%,Made up,2026,
1,advice,People who know where to get advice,1,1,index,Indicator,%,Made up,2026,
1,wages,Wages not paid,-1,1,index,Indicator,complaints,Made up,2026,"Detection, not prevalence: this counts what was reported."
2,index,The whole,1,1,,Aggregate,,,,
,uName,Name,,,,Group,,,,
`;
