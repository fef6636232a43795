import { enableCharts } from "./charts/enable-charts.ts";
import { enableMarks } from "./highlights/enable-marks.ts";
import { enableMenu } from "./menu.ts";
import { enableNewsletterDialog, enableNewsletterForms } from "./newsletter.ts";
import { enableOffline } from "./offline/ui/enable-offline.ts";
import { keepTimesRelative } from "./relative-times.ts";
import { enableSchemeControls } from "./scheme-control.ts";
import { enableSearch } from "./search/enable-search.ts";
import { enableSortableTables } from "./sortable-tables.ts";

enableMenu();
enableSchemeControls();
enableNewsletterDialog();
enableNewsletterForms();
enableSearch();
enableMarks();
enableCharts();
enableSortableTables();
enableOffline(keepTimesRelative());
