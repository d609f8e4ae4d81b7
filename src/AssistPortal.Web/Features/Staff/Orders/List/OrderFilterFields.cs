using System.Globalization;
using AssistPortal.Assist.Desk;
using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared.Kept;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>
/// The list's fields of choices and days: where nothing is filtered, they are the same for whoever works at the desk,
/// for as long as there are the same packages, sites, people and producers.
/// </summary>
/// <param name="Packages">Codes and names.</param>
/// <param name="Sites">Keys and names.</param>
/// <param name="People">Whoever works at the desk.</param>
/// <param name="Producers">Keys and names.</param>
/// <param name="Input">What is chosen.</param>
public sealed record OrderFilterFields(
    KeptList<(string Code, string Name)> Packages,
    KeptList<(int Id, string Name)> Sites,
    KeptList<DeskPerson> People,
    KeptList<(int Id, string Name)> Producers,
    OrderListInput Input)
{
    private static readonly OrderListInput Nothing = new();

    /// <summary>Whether nothing is chosen.</summary>
    public bool IsEmpty => ReferenceEquals(Input, Nothing);

    /// <summary>The fields of a page in the current language.</summary>
    public static OrderFilterFields Of(OrderListPage page) => new(
        new([
            .. page.Catalogue.Packages.Select(
                package => (package.Code, package.Texts.In(CultureInfo.CurrentUICulture).Name)),
        ]),
        new([.. page.Catalogue.Sites.Select(site => (site.Id, site.Name))]),
        new(page.People),
        new(page.Producers.Sorted),
        IsEmptyIn(page.Input) ? Nothing : page.Input);

    private static bool IsEmptyIn(OrderListInput input) => Array.TrueForAll(
        [
            input.Status, input.Attention, input.Owner, input.Package, input.Site, input.Producer, input.When,
            input.From, input.To,
        ],
        string.IsNullOrEmpty);
}
