from django.urls import path, re_path

from .views import api, nowhere

# The last line takes what no other address under /api/ is.
urlpatterns = [path("api/v1/", api.urls), re_path(r"^api/", nowhere, name="api_nowhere")]
