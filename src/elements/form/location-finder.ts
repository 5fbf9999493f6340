import type { ReactiveControllerHost } from 'lit';
import type { FormStrings } from '../strings/form-strings.ts';

/** Milliseconds after which a device that does not know where it is has to say so. */
const PATIENCE = 20_000;

/** Asks the device where it is, and tells how that goes. */
export class LocationFinder {
  private readonly host: ReactiveControllerHost;
  private readonly take: (found: GeolocationCoordinates) => void;
  private finding: 'idle' | 'finding' | 'failed' = 'idle';

  constructor(host: ReactiveControllerHost, take: (found: GeolocationCoordinates) => void) {
    this.host = host;
    this.take = take;
  }

  readonly locate = (): void => {
    this.show('finding');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        this.show('idle');
        this.take(coords);
      },
      () => this.show('failed'),
      { enableHighAccuracy: true, timeout: PATIENCE },
    );
  };

  /** What is to be said while it searches, or when it has found nothing. */
  status({ findingLocation, locationUnavailable }: FormStrings): string | undefined {
    return { idle: undefined, finding: findingLocation, failed: locationUnavailable }[this.finding];
  }

  private show(finding: 'idle' | 'finding' | 'failed'): void {
    this.finding = finding;
    this.host.requestUpdate();
  }
}
