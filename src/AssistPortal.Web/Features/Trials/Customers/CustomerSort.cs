using System.Linq.Expressions;
using AssistPortal.Data.Paging;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using NodaTime;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>An order in which trials can be listed.</summary>
public abstract class CustomerSort
{
    private const int IdLength = 32;

    private static readonly CustomerSort[] All =
    [
        Moments("started-desc", trial => trial.CreatedAt, row => row.CreatedAt, ascending: false),
        Moments("started", trial => trial.CreatedAt, row => row.CreatedAt, ascending: true),
        Moments("ends", trial => trial.EndsAt, row => row.EndsAt, ascending: true),
        Moments("ends-desc", trial => trial.EndsAt, row => row.EndsAt, ascending: false),
        new ByColumn<string>("company", trial => trial.CompanyKey, row => row.CompanyKey, key => key, key => key, true),
        new ByColumn<string>(
            "company-desc", trial => trial.CompanyKey, row => row.CompanyKey, key => key, key => key, false),
    ];

    private static readonly CustomerSort Usual = new LiveFirst();

    private CustomerSort(string name) => Name = name;

    public static IEnumerable<string> Names => All.Select(sort => sort.Name);

    public string Name { get; }

    /// <summary>
    /// The order that was asked for; else what ends first, and the newest ones where nothing will end any more.
    /// </summary>
    public static CustomerSort Read(CustomerListInput input)
    {
        var filter = CustomerFilter.Read(input.Filter);
        return Find(Tolerant.Code(input.Sort))
            ?? (filter == CustomerFilter.Everything ? Usual
                : CustomerFilter.IsPressing(filter) ? Find("ends")!
                : Find("started-desc")!);
    }

    /// <summary>
    /// The rows beyond a place in this order, in one part or more; all of them where the place can't be read.
    /// </summary>
    internal abstract IEnumerable<IQueryable<Trial>> From(IQueryable<Trial> trials, string? place);

    /// <summary>The place of a row, as addresses hold it.</summary>
    internal abstract string PlaceOf(CustomerRow row);

    private static CustomerSort? Find(string name) =>
        Array.Find(All, sort => sort.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static ByColumn<Instant?> Moments(
        string name, Expression<Func<Trial, Instant?>> column, Func<CustomerRow, Instant> ofRow, bool ascending) =>
        new(name, column, row => ofRow(row), moment => MomentKey.Write(moment!.Value), MomentKey.ReadMoment, ascending);

    private sealed class ByColumn<TColumn>(
        string name,
        Expression<Func<Trial, TColumn>> column,
        Func<CustomerRow, TColumn> ofRow,
        Func<TColumn, string> write,
        Func<string, TColumn> read,
        bool ascending) : CustomerSort(name)
    {
        internal override IEnumerable<IQueryable<Trial>> From(IQueryable<Trial> trials, string? place) =>
            [Beyond(trials, place).SortedBy(column, trial => trial.Id, ascending)];

        internal override string PlaceOf(CustomerRow row) => $"{write(ofRow(row))}-{row.Id:N}";

        private IQueryable<Trial> Beyond(IQueryable<Trial> trials, string? place) =>
            place is { Length: > IdLength }
            && place[^(IdLength + 1)] == '-'
            && Guid.TryParseExact(place[^IdLength..], "N", out var id)
            && read(place[..^(IdLength + 1)]) is { } value
                ? trials.Beyond(column, trial => trial.Id, ascending, value, id)
                : trials;
    }

    /// <summary>
    /// Those that will end, what ends first in front; behind them the others, what ended last in front.
    /// </summary>
    private sealed class LiveFirst() : CustomerSort("live")
    {
        private const string OverMark = "over-";

        private static readonly CustomerSort Live = Find("ends")!;
        private static readonly CustomerSort Over = Find("ends-desc")!;

        internal override IEnumerable<IQueryable<Trial>> From(IQueryable<Trial> trials, string? place)
        {
            var live = trials.Where(trial => trial.EndedAt == null && trial.ConvertedAt == null);
            var over = trials.Where(trial => trial.EndedAt != null || trial.ConvertedAt != null);
            return place?.StartsWith(OverMark, StringComparison.Ordinal) == true
                ? Over.From(over, place[OverMark.Length..])
                : [.. Live.From(live, place), .. Over.From(over, place: null)];
        }

        internal override string PlaceOf(CustomerRow row) =>
            row.IsOver ? OverMark + Over.PlaceOf(row) : Live.PlaceOf(row);
    }
}
