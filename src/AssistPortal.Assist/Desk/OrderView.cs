using AssistPortal.Data;

namespace AssistPortal.Assist.Desk;

/// <summary>A filter of the list of orders that somebody of the desk has saved under a name, for themselves.</summary>
public sealed class OrderView
{
    public const int NameLength = 40;
    public const int QueryLength = 4000;

    /// <summary>So many for each person: all of them stand above the list.</summary>
    public const int MostEach = 20;

    private OrderView()
    {
    }

    public Guid Id { get; private init; }

    public Guid UserId { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The name as names are compared: nobody has two that read alike.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Filter and sorting, as the list's address has them.</summary>
    public string Query { get; private set; } = "";

    /// <param name="userId">Whose it is.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="query">Filter and sorting.</param>
    /// <exception cref="ArgumentException">The name is empty or too long, or the query is.</exception>
    public static OrderView Save(Guid userId, string name, string query)
    {
        var view = new OrderView { Id = Guid.CreateVersion7(), UserId = userId };
        view.Rename(name);
        view.Show(query);
        return view;
    }

    /// <exception cref="ArgumentException">The name is empty or too long.</exception>
    public void Rename(string name) => (Name, NameKey) = (Guard.TypedFilled(NameLength, name), KeyOf(name));

    /// <summary>It shows other orders from now on.</summary>
    /// <exception cref="ArgumentException">The query is too long.</exception>
    public void Show(string query) => Query = Guard.AtMost(QueryLength, query);

    /// <summary>Names that differ by case, width or spaces around are one.</summary>
    public static string KeyOf(string name) => FoldedText.Of(TypedText.Units(NameLength), name.Trim());
}
