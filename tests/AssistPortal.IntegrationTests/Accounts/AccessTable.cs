namespace AssistPortal.IntegrationTests.Accounts;

public enum MayEnter
{
    Anybody,
    SignedIn,
    Host,
    Staff,
    Administrator,

    /// <summary>Coordinators and producers.</summary>
    Workers,
}

/// <summary>
/// Who may reach which address: the whole of it. An endpoint that does not stand here fails a test, and so does a line
/// without an endpoint.
/// </summary>
public static class AccessTable
{
    public static readonly IReadOnlyDictionary<string, MayEnter> All = new Dictionary<string, MayEnter>(StringComparer.Ordinal)
    {
        ["GET /"] = MayEnter.Anybody,
        ["ANY /{*path}"] = MayEnter.Anybody,
        ["ANY /error/{status:int}"] = MayEnter.Anybody,
        ["ANY /{*path}"] = MayEnter.Anybody,
        ["ANY /health/live"] = MayEnter.Anybody,
        ["ANY /health/ready"] = MayEnter.Anybody,
        ["POST /preferences/language"] = MayEnter.Anybody,
        ["POST /preferences/theme"] = MayEnter.Anybody,

        ["GET /account/sign-in"] = MayEnter.Anybody,
        ["POST /account/sign-in"] = MayEnter.Anybody,
        ["POST /account/sign-out"] = MayEnter.Anybody,
        ["GET /account/signed-out"] = MayEnter.Anybody,
        ["GET /account/stay"] = MayEnter.SignedIn,
        ["POST /account/session-ended"] = MayEnter.Anybody,
        ["GET /account/first-administrator"] = MayEnter.Anybody,
        ["POST /account/first-administrator"] = MayEnter.Anybody,

        ["GET /account/mail"] = MayEnter.Workers,
        ["POST /account/mail"] = MayEnter.Workers,

        ["GET /assist"] = MayEnter.Host,
        ["GET /assist/compare"] = MayEnter.Host,
        ["GET /assist/manage"] = MayEnter.Anybody,
        ["POST /assist/manage"] = MayEnter.Anybody,
        ["POST /assist/manage/access-ended"] = MayEnter.Anybody,
        ["GET /assist/manage/open"] = MayEnter.Anybody,
        ["POST /assist/manage/open"] = MayEnter.Anybody,
        ["GET /assist/manage/{number}/availability"] = MayEnter.Anybody,
        ["POST /assist/manage/{number}/availability"] = MayEnter.Anybody,
        ["POST /assist/manage/{number}/free-times"] = MayEnter.Anybody,
        ["GET /assist/manage/{number}/meeting-lookup"] = MayEnter.Anybody,
        ["POST /assist/manage/{number}/meeting-lookup"] = MayEnter.Anybody,
        ["GET /assist/manage/{number}/confirmation"] = MayEnter.Anybody,
        ["GET /assist/manage/{number}/calendar.ics"] = MayEnter.Anybody,
        ["GET /assist/manage/{number}/cancel"] = MayEnter.Anybody,
        ["POST /assist/manage/{number}/cancel"] = MayEnter.Anybody,
        ["POST /assist/order"] = MayEnter.Host,
        ["GET /assist/order/{draft:guid}/continue"] = MayEnter.Host,
        ["POST /assist/order/{draft:guid}/discard"] = MayEnter.Host,
        ["GET /assist/order/{draft:guid}/availability"] = MayEnter.Host,
        ["POST /assist/order/{draft:guid}/availability"] = MayEnter.Host,
        ["POST /assist/order/{draft:guid}/free-times"] = MayEnter.Host,
        ["GET /assist/order/{draft:guid}/meeting-lookup"] = MayEnter.Host,
        ["POST /assist/order/{draft:guid}/meeting-lookup"] = MayEnter.Host,
        ["GET /assist/order/{draft:guid}/event-information"] = MayEnter.Host,
        ["POST /assist/order/{draft:guid}/event-information"] = MayEnter.Host,
        ["GET /assist/order/{draft:guid}/confirmation"] = MayEnter.Host,

        ["GET /resources"] = MayEnter.Host,
        ["GET /resources/orders/{number}"] = MayEnter.Host,
        ["GET /resources/orders/{number}/print"] = MayEnter.Host,
        ["GET /resources/orders/{number}/calendar.ics"] = MayEnter.Host,

        ["GET /account/set-password"] = MayEnter.Anybody,
        ["POST /account/set-password"] = MayEnter.Anybody,
        ["GET /staff"] = MayEnter.Staff,
        ["GET /staff/audit"] = MayEnter.Staff,
        ["GET /staff/audit/export"] = MayEnter.Staff,
        ["GET /staff/users"] = MayEnter.Administrator,
        ["GET /staff/users/add"] = MayEnter.Administrator,
        ["POST /staff/users/add"] = MayEnter.Administrator,
        ["GET /staff/users/{id:guid}"] = MayEnter.Administrator,
        ["POST /staff/users/{id:guid}"] = MayEnter.Administrator,
        ["POST /staff/users/{id:guid}/deactivate"] = MayEnter.Administrator,
        ["POST /staff/users/{id:guid}/activate"] = MayEnter.Administrator,
        ["POST /staff/users/{id:guid}/sign-out"] = MayEnter.Administrator,
        ["POST /staff/users/{id:guid}/password-link"] = MayEnter.Administrator,

        ["GET /staff/schedule"] = MayEnter.Staff,
        ["GET /staff/meetings"] = MayEnter.Staff,
        ["GET /staff/meetings/export"] = MayEnter.Staff,
        ["GET /staff/meetings/template"] = MayEnter.Staff,
        ["GET /staff/meetings/import"] = MayEnter.Staff,
        ["POST /staff/meetings/import"] = MayEnter.Staff,
        ["GET /staff/meetings/add"] = MayEnter.Staff,
        ["POST /staff/meetings/add"] = MayEnter.Staff,
        ["GET /staff/meetings/{id:guid}"] = MayEnter.Staff,
        ["POST /staff/meetings/{id:guid}"] = MayEnter.Staff,
        ["GET /staff/meetings/{id:guid}/delete"] = MayEnter.Staff,
        ["POST /staff/meetings/{id:guid}/delete"] = MayEnter.Staff,
        ["GET /staff/orders/{number}"] = MayEnter.Staff,
        ["POST /staff/orders/{number}/access-link"] = MayEnter.Staff,
        ["GET /staff/mail"] = MayEnter.Staff,
        ["GET /staff/mail/preview"] = MayEnter.Staff,
        ["GET /staff/mail/preview/html"] = MayEnter.Staff,
        ["GET /staff/mail/{id:guid}"] = MayEnter.Staff,
        ["GET /staff/mail/{id:guid}/html"] = MayEnter.Staff,
        ["GET /staff/mail/{id:guid}/source"] = MayEnter.Staff,
        ["GET /staff/mail/{id:guid}/resend"] = MayEnter.Staff,
        ["POST /staff/mail/{id:guid}/resend"] = MayEnter.Staff,
        ["POST /staff/mail/{id:guid}/hold"] = MayEnter.Staff,
        ["GET /staff/sites"] = MayEnter.Staff,
        ["GET /staff/sites/{id:int}"] = MayEnter.Staff,
        ["POST /staff/sites/{id:int}"] = MayEnter.Staff,
        ["POST /staff/sites/{id:int}/test"] = MayEnter.Staff,
    };

    /// <summary>Posts that need no antiforgery token, each for a reason told at its action.</summary>
    public static readonly IReadOnlySet<string> WithoutToken = new HashSet<string>(StringComparer.Ordinal)
    {
        "POST /account/session-ended",
    };
}
