import {
  LngLatBounds,
  type LngLat,
  Map as WebMap,
  Marker,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { useEffect, useRef, useState } from 'react';
import { mapClassOf, type MapClass } from './geo-map-classes.ts';
import type { CountedArea } from './geo-map-picture.tsx';
import { colours, whenColoursChange, type MapColours } from './geo-map-colours.ts';
import { land } from './geo-map-land.ts';

setWorkerUrl(workerUrl);

type Props = {
  readonly areas: readonly CountedArea[];
  readonly classes: readonly MapClass[];
  readonly at: number | null;
  readonly reach: (index: number | null) => void;
  readonly onOpen: (index: number) => void;
  readonly onFail: () => void;
};

/** The areas on the shipped coasts of the world: nothing is fetched from anywhere else. */
export function MapCanvas(props: Props) {
  const { areas, classes, at } = props;
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<WebMap | null>(null);
  const now = useRef(props);
  // The map outlives many renderings; what it calls back to is the newest.
  useEffect(() => {
    now.current = props;
  });
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (box.current === null) return undefined;
    const made = started(box.current, now);
    if (made === null) {
      now.current.onFail();
      return undefined;
    }
    map.current = made;
    made.on('load', () => {
      setReady(true);
      void land().then((coasts) => {
        // The page may have been left meanwhile.
        if (map.current !== made || coasts === null) return;
        made.addSource('land', { type: 'geojson', data: coasts });
        lay(made);
        paint(made, colours(box.current));
      });
    });
    const stop = whenColoursChange(() => paint(made, colours(box.current)));
    return () => {
      stop();
      map.current = null;
      made.remove();
    };
  }, []);
  useEffect(() => {
    const here = map.current;
    if (here === null || !ready) return undefined;
    show(here, areas, classes);
    paint(here, colours(box.current));
    const labels = labelled(here, areas);
    return () => labels.forEach((each) => each.remove());
  }, [ready, areas, classes]);
  useEffect(() => {
    if (ready) map.current?.setFilter('reached', ['==', ['get', 'index'], at ?? -1]);
  }, [ready, at]);
  return <div ref={box} className="geo-map" data-ready={ready || undefined} />;
}

function started(box: HTMLElement, now: { readonly current: Props }): WebMap | null {
  try {
    const map = new WebMap({
      container: box,
      style: { version: 8, sources: {}, layers: [] },
      attributionControl: false,
      // Two fingers move the map, so that one can still scroll the page past it.
      cooperativeGestures: true,
      keyboard: false,
      dragRotate: false,
      pitchWithRotate: false,
      bounds: boundsOf(now.current.areas),
      fitBoundsOptions: { padding: 16 },
    });
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    // The map is read through the figure around it; its canvas takes no focus of its own.
    map.getCanvas().setAttribute('tabindex', '-1');
    map.getCanvas().setAttribute('aria-hidden', 'true');
    map.on('mousemove', 'areas', ({ features }) =>
      now.current.reach(indexOf(features?.[0]?.properties)),
    );
    map.on('mouseleave', 'areas', () => now.current.reach(null));
    map.on('click', 'areas', ({ features }) => {
      const index = indexOf(features?.[0]?.properties);
      if (index !== null) now.current.onOpen(index);
    });
    return map;
  } catch {
    return null;
  }
}

function indexOf(properties: Readonly<Record<string, unknown>> | undefined): number | null {
  const index = properties?.['index'];
  return typeof index === 'number' ? index : null;
}

function show(map: WebMap, areas: readonly CountedArea[], classes: readonly MapClass[]): void {
  for (const layer of ['reached', 'borders', 'areas'])
    if (map.getLayer(layer) !== undefined) map.removeLayer(layer);
  if (map.getSource('areas') !== undefined) map.removeSource('areas');
  map.addSource('areas', {
    type: 'geojson',
    data: {
      type: 'FeatureCollection',
      features: areas.map(({ geometry, value }, index) => ({
        type: 'Feature',
        properties: { index, class: mapClassOf(value, classes) },
        geometry: JSON.parse(JSON.stringify(geometry)),
      })),
    },
  });
  lay(map);
  map.addLayer({ id: 'areas', type: 'fill', source: 'areas' });
  map.addLayer({ id: 'borders', type: 'line', source: 'areas', paint: { 'line-width': 0.8 } });
  map.addLayer({
    ...{ id: 'reached', type: 'line', source: 'areas' },
    ...{ paint: { 'line-width': 3 }, filter: ['==', ['get', 'index'], -1] },
  });
  map.fitBounds(boundsOf(areas), { padding: 16, animate: false });
}

/** The sea and, once they are there, the coasts, below whatever else is drawn. */
function lay(map: WebMap): void {
  const above = map.getLayer('areas') === undefined ? undefined : 'areas';
  if (map.getLayer('ground') === undefined)
    map.addLayer({ id: 'ground', type: 'background' }, above);
  if (map.getSource('land') === undefined || map.getLayer('land') !== undefined) return;
  map.addLayer({ id: 'land', type: 'fill', source: 'land' }, above);
  map.addLayer({ id: 'coasts', type: 'line', source: 'land', paint: { 'line-width': 0.6 } }, above);
}

function paint(map: WebMap, { paper, land: ground, ink, shades }: MapColours): void {
  if (map.getLayer('land') !== undefined) {
    map.setPaintProperty('land', 'fill-color', ground);
    map.setPaintProperty('coasts', 'line-color', ink);
    map.setPaintProperty('coasts', 'line-opacity', 0.4);
  }
  if (map.getLayer('areas') === undefined) return;
  const [none = paper, ...more] = shades;
  const steps = more.flatMap((shade, index) => [index + 1, shade]);
  map.setPaintProperty('ground', 'background-color', paper);
  map.setPaintProperty('areas', 'fill-color', ['step', ['get', 'class'], none, ...steps]);
  map.setPaintProperty('borders', 'line-color', ink);
  map.setPaintProperty('reached', 'line-color', ink);
}

/** More labels than this hide what they stand on. */
const mostLabels = 120;

/** The count written on each area, so that colour is not all there is. */
function labelled(map: WebMap, areas: readonly CountedArea[]): readonly Marker[] {
  if (areas.length > mostLabels) return [];
  return areas.map((area) => {
    const label = document.createElement('span');
    label.className = 'geo-map-label';
    label.textContent = String(area.value);
    return new Marker({ element: label }).setLngLat(middleOf(area)).addTo(map);
  });
}

/** The middle of an area's largest piece, so that islands do not draw the label out to sea. */
function middleOf(area: CountedArea): LngLat {
  const pieces = polygonsOf(area).map((polygon) => boundsOfRings([polygon]));
  const [largest] = pieces.toSorted((a, b) => extent(b) - extent(a));
  return (largest ?? boundsOf([area])).getCenter();
}

function extent(bounds: LngLatBounds): number {
  return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
}

type Polygon = readonly (readonly (readonly number[])[])[];

function polygonsOf({ geometry }: CountedArea): readonly Polygon[] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function boundsOf(areas: readonly CountedArea[]): LngLatBounds {
  return boundsOfRings(areas.flatMap(polygonsOf));
}

function boundsOfRings(polygons: readonly Polygon[]): LngLatBounds {
  const bounds = new LngLatBounds();
  for (const [outer = []] of polygons) for (const [x = 0, y = 0] of outer) bounds.extend([x, y]);
  return bounds.isEmpty() ? new LngLatBounds([-8, 49, 2, 61]) : bounds;
}
