// The script of a thread of a calibration, in Node: bundled to dist/calibrationWorker.js.
import { calibrationService } from "./calibrationService.ts";
import { serveJobs } from "./jobService.ts";
import { ownChannel } from "./nodeEndpoint.ts";

serveJobs(calibrationService, ownChannel());
