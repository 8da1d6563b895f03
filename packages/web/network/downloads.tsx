import { edgeRows, gexfText, graphmlText, nodeRows, type Network } from '@freehold/core/graph';
import { csvText } from '@freehold/core/table';
import { isMadeUp } from '../figure/made-up.ts';
import { save } from '../figure/picture.ts';
import { Button } from '../parts/button.tsx';

/** The network that is shown, as files that Gephi, NetworkX, igraph and spreadsheets read. */
export function Downloads({ title, network }: { title: string; network: Network }) {
  const give = (text: string, kind: string, type: string) => {
    const name = `${isMadeUp() ? 'made up - ' : ''}network ${title}.${kind}`;
    save(new Blob([text], { type }), name);
  };
  return (
    <div className="tools" role="group" aria-label="The network as a file">
      <span className="tiny soft">Network as</span>
      <Button onClick={() => give(gexfText(network), 'gexf', 'application/xml')}>GEXF</Button>
      <Button onClick={() => give(graphmlText(network), 'graphml', 'application/xml')}>
        GraphML
      </Button>
      <Button onClick={() => give(csvText(edgeRows(network)), 'ties.csv', 'text/csv')}>
        Ties (CSV)
      </Button>
      <Button onClick={() => give(csvText(nodeRows(network)), 'nodes.csv', 'text/csv')}>
        Nodes (CSV)
      </Button>
    </div>
  );
}
