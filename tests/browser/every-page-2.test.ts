import { holdEveryPage } from "./support/every-page.ts";

holdEveryPage(1);
