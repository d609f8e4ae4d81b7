using System.Security.Claims;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Data.SignIn;
using AssistPortal.Data.SignIn.Audit;
using AssistPortal.Web.Shared.Times;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Web.Features.Accounts.Own;

/// <summary>Gathers what the page of the own account shows.</summary>
public sealed class OwnAccountPages(
    PortalDbContext db,
    UserManager<PortalUser> users,
    KnownDevices devices,
    OwnFactors factors,
    AuditRecords records,
    ReaderTimes times)
{
    private const int MostSignIns = 10;

    private static readonly string[] Acts = ["sign-in.done", "sign-in.failed", "sign-in.limited"];

    public async Task<OwnAccountPage> OfAsync(
        ClaimsPrincipal reader,
        PortalUser user,
        PasswordChangeInput input,
        CancellationToken cancellationToken) => new()
    {
        User = user,
        Input = input,
        Passkeys = [.. (await users.GetPasskeysAsync(user)).Select(PasskeyRow.Of).OrderBy(row => row.CreatedAt)],
        RecoveryCodes = user.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(user) : 0,
        MayChangeFactors = await factors.MayChangeAsync(reader, user),
        Devices = await devices.AllAsync(user.Id, cancellationToken),
        SessionId = reader.SessionId(),
        SignIns = await SignInsAsync(user, cancellationToken),
        Time = await times.OfAsync(reader, cancellationToken),
    };

    private async Task<IReadOnlyList<SignInRow>> SignInsAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var subjectId = user.Id.ToString();
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == nameof(PortalUser) && entry.SubjectId == subjectId
                && Acts.Contains(entry.Action))
            .OrderByDescending(entry => entry.Id)
            .Take(MostSignIns)
            .ToListAsync(cancellationToken);
        return [.. entries.Select(RowOf).OfType<SignInRow>()];
    }

    private SignInRow? RowOf(AuditEntry entry) => records.Read(entry) switch
    {
        SignedIn done => new SignInRow(
            entry.At, entry.Action, done.Way, new DeviceKind(done.Browser, done.Platform)),
        SignInFailed failed => new SignInRow(entry.At, entry.Action, failed.Way, Device: null),
        SignInLimited limited => new SignInRow(entry.At, entry.Action, limited.Way, Device: null),
        _ => null,
    };
}
