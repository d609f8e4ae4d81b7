using AssistPortal.Assist.People;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Web.Composition;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>Gathers what an account's page shows.</summary>
public sealed class UserPages(
    PortalDbContext db, UserLinks links, RoleWords roles, IStringLocalizer<UsersTexts> texts, IClock clock)
{
    /// <summary>The form of a new account.</summary>
    public async Task<UserPage> NewAsync(UserInput input, CancellationToken cancellationToken) =>
        new() { Input = input, Sites = await SitesAsync(cancellationToken) };

    /// <summary>Null where there is no such account.</summary>
    /// <param name="id">The account.</param>
    /// <param name="input">What was typed; null shows it as it is.</param>
    /// <param name="viewerId">Who looks at it.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<UserPage?> OfAsync(Guid id, UserInput? input, Guid viewerId, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } user
            ? null
            : new UserPage
            {
                User = user,
                State = UserStates.Of(user, clock.GetCurrentInstant()),
                IsOwn = id == viewerId,
                Input = input ?? UserInput.From(await links.DetailsOfAsync(user, cancellationToken), user.ConcurrencyStamp),
                Sites = await SitesAsync(cancellationToken),
            };

    /// <summary>The page with what somebody else has saved meanwhile; saving again takes what was typed.</summary>
    public async Task<UserPage> ChangedAsync(UserPage page, CancellationToken cancellationToken)
    {
        var saved = UserInput.From(await links.DetailsOfAsync(page.User!, cancellationToken), page.User!.ConcurrencyStamp);
        page.Input.Version = saved.Version;
        return page with { Changed = new ChangedMeanwhile([.. Different(page, saved)]) };
    }

    private async Task<List<Site>> SitesAsync(CancellationToken cancellationToken) =>
        await db.Set<Site>().AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancellationToken);

    private IEnumerable<(string Label, string Value)> Different(UserPage page, UserInput saved)
    {
        var typed = page.Input;
        (string Label, string? Typed, string? Saved)[] fields =
        [
            (texts["FirstName"], typed.FirstName, saved.FirstName),
            (texts["LastName"], typed.LastName, saved.LastName),
            (texts["Email"], typed.Email, saved.Email),
            (texts["Company"], typed.Company, saved.Company),
            (texts["Phone"], typed.Phone, saved.Phone),
            (texts["Language"], LanguageName(typed.Language), LanguageName(saved.Language)),
            (texts["TimeZone"], typed.TimeZone, saved.TimeZone),
            (texts["Roles"], RoleNames(typed), RoleNames(saved)),
            (texts["Sites"], SiteNames(page.Sites, typed), SiteNames(page.Sites, saved)),
        ];
        return fields.Where(field => Tolerant.Code(field.Typed) != Tolerant.Code(field.Saved))
            .Select(field => (field.Label, field.Saved ?? ""));
    }

    private static string LanguageName(string? name) =>
        Languages.All.FirstOrDefault(language => language.Name == name) is { } known ? Languages.OwnName(known) : "";

    private string RoleNames(UserInput input) =>
        string.Join(texts["List.Separator"].Value, roles.All.Where(input.HasRole).Select(roles.Of));

    private string SiteNames(IReadOnlyList<Site> sites, UserInput input) =>
        string.Join(texts["List.Separator"].Value, sites.Where(site => input.HasSite(site.Id)).Select(site => site.Name));
}
