/** A place on the pad, in its own pixels. */
type Place = readonly [x: number, y: number];

/** Lines that a person draws on a canvas, kept one by one so that the last one can be taken back. */
export class DrawingPad {
  readonly #lines: Place[][] = [];
  #ground: CanvasImageSource | undefined;
  #drawing = false;

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  /** Begins a line where the pointer is. */
  begin(canvas: HTMLCanvasElement, event: PointerEvent): void {
    canvas.setPointerCapture(event.pointerId);
    this.#drawing = true;
    this.#lines.push([]);
    this.goOn(canvas, event);
  }

  /** Draws on to where the pointer is, while it is held down. */
  goOn(canvas: HTMLCanvasElement, { offsetX, offsetY }: PointerEvent): void {
    if (!this.#drawing) return;
    const x = (offsetX * canvas.width) / canvas.clientWidth;
    const y = (offsetY * canvas.height) / canvas.clientHeight;
    this.#lines.at(-1)?.push([x, y]);
    this.paint(canvas);
  }

  /** Ends the line. False when none was being drawn. */
  end(): boolean {
    const wasDrawing = this.#drawing;
    this.#drawing = false;
    return wasDrawing;
  }

  /** Takes the last line back. */
  undo(canvas: HTMLCanvasElement): void {
    this.#lines.pop();
    this.paint(canvas);
  }

  /** Begins anew, on paper or on a picture, which gives the canvas its size. */
  clear(): void {
    this.#lines.length = 0;
    this.#ground = undefined;
  }

  layOn(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
    this.#ground = picture;
    canvas.width = picture.width;
    canvas.height = picture.height;
    this.paint(canvas);
  }

  /** Goes on with what is drawn on another canvas. */
  moveTo(canvas: HTMLCanvasElement): void {
    if (this.#ground instanceof ImageBitmap) this.layOn(canvas, this.#ground);
    else this.paint(canvas);
  }

  /** Shows what is drawn. A canvas that was given another size, or is new, shows nothing by itself. */
  paint(canvas: HTMLCanvasElement): void {
    const pen = canvas.getContext('2d');
    if (pen === null) return;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    if (this.#ground !== undefined) pen.drawImage(this.#ground, 0, 0);
    const lineWidth = this.#ground === undefined ? 3 : Math.max(3, canvas.width / 160);
    const strokeStyle = this.#ground === undefined ? INK : MARKER;
    Object.assign(pen, { lineWidth, strokeStyle, lineCap: 'round', lineJoin: 'round' });
    for (const line of this.#lines) stroke(pen, line);
  }

  /** The picture as it is sent. */
  async toFile(canvas: HTMLCanvasElement, name: string): Promise<File | undefined> {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob === null ? undefined : new File([blob], name, { type: 'image/png' });
  }
}

const INK = '#1b1b1b';
/** Seen on light and dark pictures alike. */
const MARKER = '#e4002b';

function stroke(pen: CanvasRenderingContext2D, line: readonly Place[]): void {
  const [first] = line;
  if (first === undefined) return;
  pen.beginPath();
  pen.moveTo(...first);
  // A dot is a line to where it starts.
  for (const place of line) pen.lineTo(...place);
  pen.stroke();
}
