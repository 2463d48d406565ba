import { z } from "zod";
import { email, line } from "../web/forms.ts";

export const signInForm = z.object({ epost: email(), til: line(500).optional().catch(undefined) });
export const demoForm = z.object({ person: line(40) });
