import { serveJobs } from "../../../workers/jobService.ts";
import { labService } from "../../../workers/lab/labServices.ts";
import { ownChannel } from "../../../workers/nodeEndpoint.ts";

serveJobs(labService, ownChannel());
