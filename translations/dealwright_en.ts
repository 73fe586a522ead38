<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>dw::ui::BellButton</name>
    <message numerus="yes">
        <source>What was said, %Ln not seen</source>
        <translation>
            <numerusform>What was said, %Ln not seen</numerusform>
            <numerusform>What was said, %Ln not seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardColumn</name>
    <message numerus="yes">
        <source>Show %Ln earlier</source>
        <translation>
            <numerusform>Show %Ln earlier</numerusform>
            <numerusform>Show %Ln earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardMoves</name>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s) are now in “%1”</source>
        <translation>
            <numerusform>%Ln deal is now in “%1”</numerusform>
            <numerusform>%Ln deals are now in “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardPage</name>
    <message numerus="yes">
        <source>%Ln open deal(s)</source>
        <translation>
            <numerusform>%Ln open deal</numerusform>
            <numerusform>%Ln open deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected deal(s)</source>
        <translation>
            <numerusform>%Ln selected deal</numerusform>
            <numerusform>%Ln selected deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardPaper</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::BoardPrintRun</name>
    <message numerus="yes">
        <source>Writing %Ln page(s)…</source>
        <translation>
            <numerusform>Writing %Ln page…</numerusform>
            <numerusform>Writing %Ln pages…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::BulkActions</name>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::BulkBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::CardWords</name>
    <message numerus="yes">
        <source>%Ln day(s) overdue</source>
        <translation>
            <numerusform>%Ln day overdue</numerusform>
            <numerusform>%Ln days overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days in the stage</comment>
        <translation>
            <numerusform>%Ln d</numerusform>
            <numerusform>%Ln d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) in this stage</source>
        <translation>
            <numerusform>%Ln day in this stage</numerusform>
            <numerusform>%Ln days in this stage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::ColumnHead</name>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deal(s) without an amount are not in the sum</source>
        <translation>
            <numerusform>%Ln deal without an amount is not in the sum</numerusform>
            <numerusform>%Ln deals without an amount are not in the sum</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::ExportRun</name>
    <message numerus="yes">
        <source>Wrote %Ln row(s) to “%1”</source>
        <translation>
            <numerusform>Wrote %Ln row to “%1”</numerusform>
            <numerusform>Wrote %Ln rows to “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::GroupText</name>
    <message numerus="yes">
        <source>%Ln deal(s)</source>
        <translation>
            <numerusform>%Ln deal</numerusform>
            <numerusform>%Ln deals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln clear</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%Ln clear</numerusform>
            <numerusform>%Ln clear</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%Ln to look at</numerusform>
            <numerusform>%Ln to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new field(s)</source>
        <translation>
            <numerusform>%Ln new field</numerusform>
            <numerusform>%Ln new fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left out</source>
        <comment>columns</comment>
        <translation>
            <numerusform>%Ln left out</numerusform>
            <numerusform>%Ln left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln record(s)</source>
        <translation>
            <numerusform>Import %Ln record</numerusform>
            <numerusform>Import %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportFileCard</name>
    <message numerus="yes">
        <source>%Ln column(s)</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportJobPane</name>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <comment>records</comment>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::ImportResult</name>
    <message numerus="yes">
        <source>%1, %Ln row(s)</source>
        <translation>
            <numerusform>%1, %Ln row</numerusform>
            <numerusform>%1, %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::JobText</name>
    <message numerus="yes">
        <source>%Ln row(s) rejected; they are kept with their reasons</source>
        <translation>
            <numerusform>%Ln row rejected; it is kept with its reason</numerusform>
            <numerusform>%Ln rows rejected; they are kept with their reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::PanelFields</name>
    <message numerus="yes">
        <source>%Ln more field(s)</source>
        <translation>
            <numerusform>%Ln more field</numerusform>
            <numerusform>%Ln more fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d left</source>
        <translation>
            <numerusform>%Ln d left</numerusform>
            <numerusform>%Ln d left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d ago</source>
        <translation>
            <numerusform>%Ln d ago</numerusform>
            <numerusform>%Ln d ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::Shell</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n record</numerusform>
            <numerusform>%1 · %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::TaskRows</name>
    <message numerus="yes">
        <source>%Ln day(s) overdue</source>
        <translation>
            <numerusform>%Ln day overdue</numerusform>
            <numerusform>%Ln days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::TopBar</name>
    <message numerus="yes">
        <source>%1 · %n record(s)</source>
        <translation>
            <numerusform>%1 · %n record</numerusform>
            <numerusform>%1 · %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dw::ui::UndoSize</name>
    <message numerus="yes">
        <source>%1 go to the bin.</source>
        <translation>
            <numerusform>%1 goes to the bin.</numerusform>
            <numerusform>%1 go to the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 come back from the bin.</source>
        <translation>
            <numerusform>%1 comes back from the bin.</numerusform>
            <numerusform>%1 come back from the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 go back to their old values.</source>
        <translation>
            <numerusform>%1 goes back to its old values.</numerusform>
            <numerusform>%1 go back to their old values.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other record(s)</source>
        <translation>
            <numerusform>%1 and %n other record</numerusform>
            <numerusform>%1 and %n other records</numerusform>
        </translation>
    </message>
</context>
</TS>
