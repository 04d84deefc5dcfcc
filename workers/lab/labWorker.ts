// The script of every worker of the lab. A module worker by its URL in the hosted build, a classic one from text in the one HTML file.
import { ownChannel } from "../browserEndpoint.ts";
import { serveJobs } from "../jobService.ts";
import { labService } from "./labServices.ts";

serveJobs(labService, ownChannel());
