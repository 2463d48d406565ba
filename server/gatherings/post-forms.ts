/** Forms about mail that came in. */
import { z } from "zod";
import { choice } from "../web/forms.ts";

export const heldForm = z.object({ svar: choice("ja", "nei") });
