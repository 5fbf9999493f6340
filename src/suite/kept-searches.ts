import type { QueryAnswers } from './query-datum.ts';

/** Answers to the prompts of searches by the place where they were given; they may name people, so no address holds them. */
export interface KeptSearches {
  read(place: string): QueryAnswers | undefined;
  write(place: string, answers: QueryAnswers): void;
}
