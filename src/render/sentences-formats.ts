/** Words of the report's other forms: the document in one file and on paper, and the card. */

export const contentsHeading = "Contents";

export const atAGlance = "At a glance";

/** What the reader of the single file holds. */
export const aboutSingleFile =
  "This is the whole report in one file. It needs no network and can be kept, sent and printed.";

/** Where the rest is. */
export const besideSingleFile =
  "The figures as data, the charts as pictures and the pages for each ward and community come with the full report.";

export const publishedBy = (publisher: string, build: string): string => `Published by ${publisher}. Build ${build}.`;
