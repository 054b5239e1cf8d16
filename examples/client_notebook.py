# %% [markdown]
# # Food safety in numbers
# Reads a running Zhitu through the typed client that `zhitu types --python > zhitu_client.py` writes.

# %%
import os

from zhitu_client import Zhitu

zhitu = Zhitu(os.environ.get("ZHITU_ADDRESS", "http://127.0.0.1:8000"), lang="en")

# %% How far results are from their targets
pairs = zhitu.targets_and_results(indicator="食品安全抽检合格率", year=2022)
print(pairs.frame()[["result_region_name", "target_value", "result_value", "met"]])

# %% Measures by region
measures = zhitu.measures_for_goal(goal="food-safety")
print(measures.frame()["region_name"].value_counts())
