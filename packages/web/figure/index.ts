export { AreaMap, type AreaFeature, type AreaValue } from './area-map.tsx';
export { DotPlot, type DotPoint } from './dot-plot.tsx';
export { FigureFrame, type Twin } from './frame.tsx';
export type { Geometry } from './geo.ts';
export { GroupPlot, overlaps, type GroupMember } from './group-plot.tsx';
export { HeatGrid, type HeatCell, type HeatLevel } from './heat-grid.tsx';
export { IntervalPlot, type IntervalRow } from './interval-plot.tsx';
export { SeriesChart, seriesFinding, type SeriesBreak, type SeriesPoint } from './series-chart.tsx';
