export interface BenchClick {
  /** Photo pixels. */
  readonly x: number;
  readonly y: number;
  readonly label: 'include' | 'exclude';
}

/** All times in milliseconds. */
export interface PeerPhoto {
  /** File to decoded pixels. */
  readonly openMilliseconds: number;
  /** Decoded pixels to embedding. */
  encode(): Promise<number>;
  /** Forgets the clicks made so far. */
  restart(): void;
  /** Click to painted mask. */
  click(click: BenchClick): Promise<number>;
}

export interface Peer {
  start(threads: number): Promise<void>;
  open(url: string): Promise<PeerPhoto>;
}

declare global {
  interface Window {
    peer: Peer;
  }
}
