from django.urls import path

from .views import account, age, invitations, leaving, second_step, sign_in, stepping_in

# The names that begin with account_ or mfa_ and are not ours by choice are those under which
# django-allauth looks for its pages.
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-in/", sign_in.sign_in, name="account_login"),
    path("sign-in/", sign_in.sign_in, name="account_request_login_code"),
    path("sign-in/", sign_in.sign_in, name="account_signup"),
    path("sign-in/code/", sign_in.code, name="account_confirm_login_code"),
    path("sign-in/second-step/", sign_in.second_step, name="mfa_authenticate"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("account/", account.account, name="account"),
    path("account/", account.account, name="mfa_index"),
    path("account/is-it-you/", second_step.is_it_you, name="mfa_reauthenticate"),
    path("account/age/", age.age, name="account_age"),
    path("account/age/too-young/", leaving.too_young, name="too_young"),
    path("account/close/", leaving.leave, name="leave_account"),
    path("account/closed/", leaving.left, name="account_left"),
    path("account/address/", account.new_address, name="account_email"),
    path("account/address/code/", account.new_address_code,
         name="account_email_verification_sent"),
    path("account/app/", second_step.app, name="account_app"),
    path("account/app/", second_step.app, name="mfa_activate_totp"),
    path("account/app/picture.svg", second_step.app_picture, name="account_app_picture"),
    path("account/app/away/", second_step.app_away, name="mfa_deactivate_totp"),
    path("account/codes/", second_step.codes, name="account_codes"),
    path("account/codes/", second_step.codes, name="mfa_view_recovery_codes"),
    path("account/codes/new/", second_step.new_codes, name="mfa_generate_recovery_codes"),
    path("account/sign-out-everywhere/", account.everywhere, name="sign_out_everywhere"),
    path("demo/roles/", stepping_in.step_in, name="step_in"),
    path("invite/", invitations.invite, name="invite"),
]  # fmt: skip
