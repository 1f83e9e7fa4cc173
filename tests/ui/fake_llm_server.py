"""The real screen with a desk whose language model takes its time: `python -m tests.ui.fake_llm_server PORT`."""

import sys
import time

from assistant.models import Answer
from tests.ui.fake_desk import TODAY, FakeDesk
from ui.server import serve

SECONDS = 2.5
NOTE = "Het taalmodel antwoordt nu niet. Dit is ons gewone antwoord."


class SlowModel(FakeDesk):
    """Says each answer again with one word more; for a question with `stil` the model is away."""

    rewrites = True

    def rewrite(self, answer: Answer) -> Answer:
        time.sleep(SECONDS)
        if "stil" in answer.question:
            return answer.model_copy(update={"uncertain": (*answer.uncertain, NOTE)})
        said = f"Anders gezegd over {answer.question}. {answer.summary}"
        whole = answer.answer.replace(answer.summary, said, 1)
        return answer.model_copy(update={"summary": said, "answer": whole, "engine": "openai:klein"})


if __name__ == "__main__":
    serve(SlowModel(), port=int(sys.argv[1]), open_browser=False, today=lambda: TODAY)
