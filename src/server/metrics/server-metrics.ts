import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Database } from '../sql/database.ts';
import { Counter } from './counter.ts';
import { Gauge } from './gauge.ts';
import { Histogram } from './histogram.ts';
import type { Metric, Sample } from './metric.ts';

/** What became of a form that somebody sent. */
export type SubmissionOutcome = 'accepted' | 'repeated' | 'conflict' | 'refused' | 'unreadable';

export interface ObservedRequest {
  readonly method: string;
  /** As the program writes it, with `:id` where an id stands. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

/** What one server process counts and measures about itself: numbers only, no names and no ids. */
export class ServerMetrics {
  readonly #requests = new Counter('caseload_http_requests_total', 'Requests that were answered.');
  readonly #durations = new Histogram(
    'caseload_http_request_duration_seconds',
    'From a request to the last byte of its answer.',
    SECONDS,
  );
  readonly #submissions = new Counter(
    'caseload_submissions_total',
    'Forms that were sent to the receiver, by what became of them.',
  );
  readonly #restores = new Counter('caseload_restores_total', 'Restores that were sent.');
  readonly #restoredCases = new Counter('caseload_restore_cases_total', 'Cases in restores.');
  readonly #restoredBytes = new Counter(
    'caseload_restore_bytes_total',
    'Bytes of restores before compression.',
  );
  readonly #metrics: readonly Metric[];

  constructor(database: Pick<Database, 'connections'>) {
    this.#metrics = [
      this.#requests,
      this.#durations,
      this.#submissions,
      this.#restores,
      this.#restoredCases,
      this.#restoredBytes,
      connectionGauge(database),
      delayGauge(),
      ...processGauges(),
    ];
  }

  request({ method, route, status, seconds }: ObservedRequest): void {
    this.#requests.add({ method, route, status: String(status) });
    this.#durations.observe({ method, route }, seconds);
  }

  submission(outcome: SubmissionOutcome): void {
    this.#submissions.add({ outcome });
  }

  restoreBegun(kind: 'full' | 'incremental'): void {
    this.#restores.add({ kind });
  }

  restored(bytes: number, cases: number): void {
    this.#restoredBytes.add({}, bytes);
    this.#restoredCases.add({}, cases);
  }

  /** Prometheus' text format, version 0.0.4. */
  text(): string {
    return `${this.#metrics.flatMap((metric) => metric.lines()).join('\n')}\n`;
  }
}

/** The embedded database has one connection and no pool, and so no values. */
function connectionGauge(database: Pick<Database, 'connections'>): Gauge {
  return new Gauge('caseload_database_connections', 'Connections of the pool, by state.', () => {
    const { idle, busy, waiting } = database.connections?.() ?? {};
    const samples = Object.entries({ idle, busy, waiting });
    return samples.flatMap(([state, count]): Sample[] =>
      count === undefined ? [] : [[{ state }, count]],
    );
  });
}

/** How long the event loop kept others waiting since this was last asked for. */
function delayGauge(): Gauge {
  const delay = monitorEventLoopDelay();
  delay.enable();
  const help = 'Delay of the event loop since the last reading.';
  return new Gauge('caseload_event_loop_delay_seconds', help, () => {
    const nanoseconds = [0.5, 0.99, 1].map((part) => [part, delay.percentile(part * 100)] as const);
    delay.reset();
    return nanoseconds.map(([part, value]) => [{ quantile: String(part) }, value / 1e9]);
  });
}

function processGauges(): Gauge[] {
  const start = performance.timeOrigin / 1000;
  return [
    new Gauge('process_resident_memory_bytes', 'Memory of the process.', () => [
      [{}, process.memoryUsage.rss()],
    ]),
    new Gauge('process_start_time_seconds', 'Start of the process since 1970.', () => [
      [{}, start],
    ]),
  ];
}
