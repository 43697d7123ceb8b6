/** What was read from the server, to be shown together with the rest of a look, or not at all. */
export type News = () => void;

/** Nothing was read. */
export const noNews: News = () => undefined;
