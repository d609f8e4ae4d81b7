using System.Globalization;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>A filter of the list in words, for where its fields are not to be seen.</summary>
public sealed class FilterWords(IStringLocalizer<AssistTexts> assist, IStringLocalizer<StaffOrderListTexts> texts)
{
    /// <summary>What each field of the filter says; none where all orders are shown.</summary>
    /// <param name="page">Knows the names of what can be chosen.</param>
    /// <param name="input">The filter.</param>
    /// <param name="isSearchSeen">Whether the words that are searched need not be said.</param>
    public IReadOnlyList<string> Of(OrderListPage page, OrderListInput input, bool isSearchSeen = false) =>
    [
        .. ViewQuery.FilterOf(input)
            .Where(part => part.Value.Length > 0 && !(isSearchSeen && part.Name == "q"))
            .Select(part => part.Name switch
            {
                "q" => texts["Filter.Quoted", part.Value],
                "status" => texts[$"Status.{part.Value}"],
                "when" => texts[$"When.{part.Value}"],
                "attention" when part.Value == OrderFilter.AnyAttention => texts["Attention.any"],
                "attention" => assist[$"Attention.{part.Value}"],
                "from" => texts["Filter.Since", Day(part.Value)],
                "to" => texts["Filter.Until", Day(part.Value)],
                "owner" => OwnerOf(page, part.Value),
                "package" => PackageOf(page, part.Value),
                "site" => page.Catalogue.Sites.FirstOrDefault(site => $"{site.Id}" == part.Value)?.Name ?? part.Value,
                _ => (Tolerant.Number(part.Value) is { } id ? page.Producers.Find(id) : null) ?? part.Value,
            }),
    ];

    private static string Day(string typed) =>
        Tolerant.Date(typed) is { } day ? Wording.Date(day) : typed;

    private static string PackageOf(OrderListPage page, string code) =>
        page.Catalogue.Packages
            .FirstOrDefault(package => package.Code.Equals(code, StringComparison.OrdinalIgnoreCase))?.Texts
            .In(CultureInfo.CurrentUICulture).Name ?? code;

    private string OwnerOf(OrderListPage page, string owner) => owner is OrderFilter.Mine or OrderFilter.Nobodys
        ? texts[$"Owner.{owner}"]
        : texts["Filter.Owner", page.People.FirstOrDefault(person => $"{person.Id}" == owner)?.Name
            ?? texts["Owner.Gone"].Value];
}
