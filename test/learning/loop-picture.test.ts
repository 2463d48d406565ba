import { describe, expect, it } from "vitest";
import { loopPicture } from "../../server/learning/loop-picture.ts";
import { states } from "../../server/learning/state.ts";

const of = (state: (typeof states)[number], ruleView: "kept" | "doubted" | null) =>
  loopPicture({ state, ruleView, says: "" }, "nb");
const here = (picture: ReturnType<typeof of>) => picture.boxes.find((box) => box.isHere)?.name ?? "way";

describe("the picture of the loop", () => {
  it("before an answer both ways are ahead", () => {
    expect(of("sent", null)).toMatchObject({ single: "ahead", double: "ahead" });
    expect(here(of("gathered", null))).toBe("mentors");
    expect(here(of("sent", null))).toBe("way");
  });

  it("an answer takes the short way to practice, or the long one to the rule", () => {
    expect(of("decided", "kept")).toMatchObject({ single: "done", double: "other" });
    expect(here(of("decided", "kept"))).toBe("practice");
    expect(of("decided", "doubted")).toMatchObject({ single: "other", double: "done" });
    expect(here(of("decided", "doubted"))).toBe("rule");
  });

  it("does not tell a reader who may not know the answer which way it took", () => {
    expect(of("decided", null)).toEqual({ ...of("sent", null), says: "" });
  });

  it("every state has a place", () => {
    for (const state of states) {
      for (const view of ["kept", "doubted", null] as const) {
        const { dot } = of(state, view);
        expect(dot.x).toBeGreaterThan(0);
        expect(dot.x).toBeLessThan(360);
      }
    }
  });
});
