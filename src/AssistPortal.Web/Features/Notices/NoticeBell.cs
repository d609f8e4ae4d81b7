using System.Data.Common;
using System.Security.Claims;
using AssistPortal.Assist;
using AssistPortal.Assist.Notices;
using AssistPortal.Data.Accounts;
using AssistPortal.Web.Features.Staff;
using Microsoft.AspNetCore.Diagnostics;

namespace AssistPortal.Web.Features.Notices;

/// <summary>The bell in the header, for staff and producers: one statement for each page.</summary>
public sealed partial class NoticeBell(StaffNotices staff, ProducerNotices producers, ILogger<NoticeBell> logger)
{
    /// <summary>Where the bell leads; null for whoever has none.</summary>
    public static string? PathFor(ClaimsPrincipal user) =>
        StaffRoles.Has(user) ? "~/staff/notices"
        : user.IsInRole(AssistRoles.Producer) ? "~/producer/notices"
        : null;

    /// <summary>
    /// How many notices are not seen; nothing where they can't be counted: a page that tells of a failure comes all the
    /// same.
    /// </summary>
    public async Task<int> CountAsync(HttpContext context)
    {
        var user = context.User;
        if (context.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            return 0;
        }

        try
        {
            return StaffRoles.Has(user)
                ? await staff.CountAsync(user.UserId(), context.RequestAborted)
                : await producers.CountAsync(user.UserId(), context.RequestAborted);
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            LogNotCounted(failure.GetType().Name);
            return 0;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Notices were not counted. ({Exception})")]
    private partial void LogNotCounted(string exception);
}
