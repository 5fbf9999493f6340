const SVG = 'http://www.w3.org/2000/svg';

/** What draws and cannot do anything else: no scripts, no links, nothing that is fetched. */
const SHAPES: ReadonlySet<string> = new Set([
  'svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan',
  'title',
]); // prettier-ignore

const ATTRIBUTES: ReadonlySet<string> = new Set([
  'id', 'd', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'dx', 'dy', 'width',
  'height', 'points', 'viewBox', 'transform', 'fill', 'fill-opacity', 'fill-rule', 'stroke',
  'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'font-size',
  'font-family', 'font-weight', 'text-anchor',
]); // prettier-ignore

/**
 * The shapes of an SVG picture as elements of this page, without anything in it that is not a shape; `undefined` where the page may
 * not read the file, or it is no SVG.
 */
export async function shapesOf(address: string): Promise<SVGSVGElement | undefined> {
  const root = (await documentAt(address))?.documentElement;
  if (root?.namespaceURI !== SVG || root.localName !== 'svg') return undefined;
  const svg = copyOf(root) as SVGSVGElement;
  keepProportions(svg);
  return svg;
}

/** Read as a document by the browser: under Trusted Types no text may be parsed into one. */
function documentAt(address: string): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onloadend = () => resolve(request.responseXML ?? undefined);
    request.open('GET', address);
    request.overrideMimeType('image/svg+xml');
    request.send();
  });
}

function copyOf(element: Element): Element {
  const copy = document.createElementNS(SVG, element.localName);
  for (const { name, value } of element.attributes)
    if (ATTRIBUTES.has(name) && !/url\s*\(/i.test(value)) copy.setAttribute(name, value);
  for (const child of element.childNodes) {
    if (isElement(child)) appendShape(copy, child);
    else if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent ?? '');
  }
  return copy;
}

/** Elements of another document are none of this one's classes. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function appendShape(copy: Element, child: Element): void {
  if (child.namespaceURI === SVG && SHAPES.has(child.localName)) copy.append(copyOf(child));
}

/** A picture of fixed size grows and shrinks with its place. */
function keepProportions(svg: SVGSVGElement): void {
  const [width, height] = ['width', 'height'].map((name) =>
    Number.parseFloat(svg.getAttribute(name) ?? ''),
  );
  if (!svg.hasAttribute('viewBox') && width && height)
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.removeAttribute('width');
  svg.removeAttribute('height');
}
