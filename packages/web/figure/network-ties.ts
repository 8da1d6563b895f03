import type Sigma from 'sigma';
import { colorToArray } from 'sigma/utils';
import type { NetworkDrawing } from './network.ts';

/**
 * Draws very many ties under the marks as bare lines, all in one call from one buffer. The map's own ties are objects
 * that it goes through one by one, again after every drag; tens of thousands of them hold the page up.
 */
export function drawTies(sigma: Sigma, drawing: NetworkDrawing, colour: string): void {
  const canvas = sigma.createCanvas('ties', { beforeLayer: 'edges' });
  const gl = canvas.getContext('webgl2', { antialias: false });
  if (gl === null) return;
  const program = programOf(gl);
  gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, endsOf(sigma, drawing), gl.STATIC_DRAW);
  const place = gl.getAttribLocation(program, 'place');
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, 2, gl.FLOAT, false, 0, 0);
  const [red, green, blue] = colorToArray(colour);
  gl.uniform3f(gl.getUniformLocation(program, 'colour'), red / 255, green / 255, blue / 255);
  const matrix = gl.getUniformLocation(program, 'matrix');
  const draw = () => {
    const { matrix: now, width, height, pixelRatio } = sigma.getRenderParams();
    const [across, down] = [Math.round(width * pixelRatio), Math.round(height * pixelRatio)];
    Object.assign(canvas, { width: across, height: down });
    gl.viewport(0, 0, across, down);
    gl.uniformMatrix3fv(matrix, false, now);
    gl.drawArrays(gl.LINES, 0, 2 * drawing.lines.length);
  };
  draw();
  whenStill(sigma, draw, () => gl.clear(gl.COLOR_BUFFER_BIT));
}

/** Calls `move` at once when the map moves, and `rest` when it has come to rest elsewhere. */
function whenStill(sigma: Sigma, rest: () => void, move: () => void): void {
  const spot = () => Object.values(sigma.getRenderParams().matrix).join();
  let [last, timer] = [spot(), 0];
  sigma.on('afterRender', () => {
    const now = spot();
    if (now === last) return;
    last = now;
    clearTimeout(timer);
    timer = window.setTimeout(rest, 60);
    move();
  });
  sigma.on('kill', () => clearTimeout(timer));
}

/** Both ends of every line, x and y, where the map has put them. */
function endsOf(sigma: Sigma, { marks, lines }: NetworkDrawing): Float32Array {
  const spots = marks.map(({ id }) => sigma.getNodeDisplayData(id));
  const ends = new Float32Array(4 * lines.length);
  lines.forEach(({ from, to }, at) => {
    const [one, other] = [spots[from], spots[to]];
    ends.set([one?.x ?? 0, one?.y ?? 0, other?.x ?? 0, other?.y ?? 0], 4 * at);
  });
  return ends;
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, text] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (shader === null) continue; // The context is lost; then nothing can be drawn, and nothing needs to.
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return program;
}

const vertex = `
attribute vec2 place;
uniform mat3 matrix;
void main() { gl_Position = vec4((matrix * vec3(place, 1)).xy, 0, 1); }`;

const fragment = `
precision mediump float;
uniform vec3 colour;
void main() { gl_FragColor = vec4(colour, 1); }`;
