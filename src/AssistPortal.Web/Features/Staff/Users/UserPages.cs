using AssistPortal.Assist.People;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Users;

/// <summary>Gathers what an account's page shows.</summary>
public sealed class UserPages(
    PortalDbContext db, UserLinks links, UserFactors factors, RoleWords roles, IStringLocalizer<UsersTexts> texts)
{
    /// <summary>The form of a new account.</summary>
    public async Task<UserPage> NewAsync(UserInput input, CancellationToken cancellationToken) =>
        new() { Input = input, Sites = await SitesAsync(cancellationToken) };

    /// <summary>Null where there is no such account.</summary>
    /// <param name="id">The account.</param>
    /// <param name="input">What was typed; null shows it as it is.</param>
    /// <param name="viewerId">Who looks at it.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<UserPage?> OfAsync(
        Guid id, UserInput? input, Guid viewerId, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } user
            ? null
            : new UserPage
            {
                User = user,
                State = UserStates.Of(user),
                HasFactors = await factors.HasAnyAsync(id, cancellationToken),
                IsOwn = id == viewerId,
                Input = input
                    ?? UserInput.From(await links.DetailsOfAsync(user, cancellationToken), user.ConcurrencyStamp),
                Sites = await SitesAsync(cancellationToken),
            };

    /// <summary>The form with what was typed, good for the account as it is now; null where that is gone.</summary>
    public async Task<UserPage?> AgainAsync(
        Guid id, UserInput input, Guid viewerId, CancellationToken cancellationToken)
    {
        if (await OfAsync(id, input, viewerId, cancellationToken) is not { User: { } user } page)
        {
            return null;
        }

        var saved = UserInput.From(await links.DetailsOfAsync(user, cancellationToken), user.ConcurrencyStamp);
        input.Version = saved.Version;
        return page with { Changed = Between(page, saved) };
    }

    private async Task<List<Site>> SitesAsync(CancellationToken cancellationToken) =>
        await db.Set<Site>().AsNoTracking().OrderBy(site => site.Name).ToListAsync(cancellationToken);

    private ChangedMeanwhile Between(UserPage page, UserInput saved) => ChangedMeanwhile.Between(
        [
            (texts["FirstName"], page.Input.FirstName, saved.FirstName),
            (texts["LastName"], page.Input.LastName, saved.LastName),
            (texts["Email"], page.Input.Email, saved.Email),
            (texts["Company"], page.Input.Company, saved.Company),
            (texts["Phone"], page.Input.Phone, saved.Phone),
            (texts["Language"], LanguageName(page.Input.Language), LanguageName(saved.Language)),
            (texts["TimeZone"], page.Input.TimeZone, saved.TimeZone),
            (texts["Roles"], RoleNames(page.Input), RoleNames(saved)),
            (texts["Sites"], SiteNames(page.Sites, page.Input), SiteNames(page.Sites, saved)),
        ]);

    private static string LanguageName(string? name) =>
        Languages.All.FirstOrDefault(language => language.Name == name) is { } known ? Languages.OwnName(known) : "";

    private string RoleNames(UserInput input) =>
        Wording.List(roles.All.Where(input.HasRole).Select(roles.Of));

    private string SiteNames(IReadOnlyList<Site> sites, UserInput input) =>
        Wording.List(sites.Where(site => input.HasSite(site.Id)).Select(site => site.Name));
}
